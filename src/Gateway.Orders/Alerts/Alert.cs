using Gateway.Orders.Journal;
using Gateway.Venues;

namespace Gateway.Orders.Alerts;

/// <summary>Something that somebody should know.</summary>
/// <param name="Sequence">The number of the journal event that it is about.</param>
/// <param name="Time">When it was written down.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Message">What happened, in a sentence.</param>
/// <param name="Account">The account it concerns; null: everybody.</param>
/// <param name="Order">The order it concerns; null: none in particular.</param>
public sealed record Alert(long Sequence, DateTimeOffset Time, AlertKind Kind, string Message, AccountName? Account, OrderId? Order)
{
    internal Alert(in JournalRecord record, AlertKind kind, string message, AccountName? account = null, OrderId? order = null)
        : this(record.Sequence, record.Time, kind, message, account, order)
    {
    }

    /// <summary>How soon somebody should look.</summary>
    public AlertSeverity Severity => Kind switch
    {
        AlertKind.VenueRecovered or AlertKind.Resumed or AlertKind.JournalHasRoom or AlertKind.OrderSettled or AlertKind.StreamRecovered
            => AlertSeverity.Info,
        AlertKind.Liquidation or AlertKind.VenueDisconnected or AlertKind.JournalFull => AlertSeverity.Critical,
        _ => AlertSeverity.Warning,
    };
}
