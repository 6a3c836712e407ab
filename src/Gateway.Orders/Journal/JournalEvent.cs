using System.Text.Json;
using Gateway.Orders.Alerts;

namespace Gateway.Orders.Journal;

/// <summary>
/// Something that happened, in the past tense. Each kind is one file under <c>Events/</c> with its frozen name, its fields
/// and what it changes; it changes one order at most, so that its number is the number of that order's update.
/// </summary>
public abstract record JournalEvent
{
    /// <summary>The name it has in journals; never changed, never used for anything else.</summary>
    public abstract string Name { get; }

    /// <summary>Writes its fields into an object that has been started.</summary>
    public abstract void Write(Utf8JsonWriter json);

    /// <summary>Makes it true. It has happened already, so this cannot refuse; it reads nothing but the ledger and the record.</summary>
    internal abstract void Apply(Ledger ledger, in JournalRecord record);

    /// <summary>What somebody should know of it, once it is applied; null: nothing.</summary>
    internal virtual Alert? AlertOf(Ledger ledger, in JournalRecord record) => ledger.Settled is { } order
        ? new(record, AlertKind.OrderSettled, $"What became of order {order.Id} is known again: {order.State}.", order.Terms.Account, order.Id)
        : null;
}
