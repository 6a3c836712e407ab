using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>
/// The venue counts more of a foreign order as traded. Its fills are written down as fills of no order of ours: which of them the
/// venue had counted when the order was found cannot be told.
/// </summary>
/// <param name="Order">The order.</param>
/// <param name="Filled">How much of it has traded, by the venue's account.</param>
/// <param name="At">When the gateway learned it.</param>
public sealed record ForeignOrderTraded(OrderId Order, Quantity Filled, DateTimeOffset At) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "ForeignOrderTraded";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.Write("filled"u8, Filled.Value);
        json.Write("at"u8, At);
    }

    /// <summary>Reads its fields.</summary>
    public static ForeignOrderTraded Read(JsonElement data) => new(data.Order("order"), new(data.Decimal("filled")), data.Time("at"));

    internal override void Apply(Ledger ledger, in JournalRecord record) =>
        ledger.Change(Order, record, ledger[Order].TradedElsewhere(Filled, At));
}
