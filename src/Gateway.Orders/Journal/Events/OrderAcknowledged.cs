using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>The venue has the order and it is alive there; whatever was unknown about it is settled.</summary>
/// <param name="Order">The order.</param>
/// <param name="ExchangeOrderId">The venue's number of it.</param>
/// <param name="At">When the gateway learned it.</param>
/// <param name="Leg">Which leg of it.</param>
public sealed record OrderAcknowledged(OrderId Order, string ExchangeOrderId, DateTimeOffset At, int Leg = 0) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "OrderAcknowledged";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.WriteString("exchange_order_id"u8, ExchangeOrderId);
        json.Write("at"u8, At);
        json.WriteLeg(Leg);
    }

    /// <summary>Reads its fields.</summary>
    public static OrderAcknowledged Read(JsonElement data) =>
        new(data.Order("order"), data.Text("exchange_order_id"), data.Time("at"), data.Leg());

    internal override void Apply(Ledger ledger, in JournalRecord record) =>
        ledger.Change(Order, record, ledger[Order].Acknowledged(ExchangeOrderId, Leg, At));
}
