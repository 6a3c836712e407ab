using System.Text.Json;
using Gateway.Orders.Alerts;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>What became of an order, or of its cancel, is unknown until the venue has been asked.</summary>
/// <param name="Order">The order.</param>
/// <param name="Cause">Why.</param>
public sealed record OutcomeUnknown(OrderId Order, string Cause) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "OutcomeUnknown";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.WriteString("cause"u8, Cause);
    }

    /// <summary>Reads its fields.</summary>
    public static OutcomeUnknown Read(JsonElement data) => new(data.Order("order"), data.Text("cause"));

    internal override Alert AlertOf(Ledger ledger, in JournalRecord record) =>
        new(record, AlertKind.StaleOrder, $"What became of order {Order} is unknown: {Cause}", ledger[Order].Terms.Account, Order);

    internal override void Apply(Ledger ledger, in JournalRecord record) =>
        ledger.Change(Order, record, ledger[Order].Unknown());
}
