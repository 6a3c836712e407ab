using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>The order was refused, or is proven never to have reached the venue: it is out.</summary>
/// <param name="Order">The order.</param>
/// <param name="Reason">Why, in the venue's words where it had any.</param>
/// <param name="ExchangeOrderId">The venue's number of the refused order, where it gave one.</param>
/// <param name="At">When the gateway learned it.</param>
public sealed record OrderRejected(OrderId Order, string Reason, string? ExchangeOrderId, DateTimeOffset At) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "OrderRejected";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.WriteString("reason"u8, Reason);
        json.WriteKnown("exchange_order_id"u8, ExchangeOrderId);
        json.Write("at"u8, At);
    }

    /// <summary>Reads its fields.</summary>
    public static OrderRejected Read(JsonElement data) =>
        new(data.Order("order"), data.Text("reason"), data.KnownText("exchange_order_id"), data.Time("at"));

    internal override void Apply(Ledger ledger, in JournalRecord record) =>
        ledger.Change(Order, record, ledger[Order].Rejected(Reason, ExchangeOrderId, At));
}
