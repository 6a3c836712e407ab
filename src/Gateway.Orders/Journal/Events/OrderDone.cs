using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>The order has ended at the venue. It is out as soon as the fills in the journal add up to what was executed.</summary>
/// <param name="Order">The order.</param>
/// <param name="Cause">How it ended.</param>
/// <param name="Executed">How much of it, of this leg alone, was filled in all; null: not counted yet.</param>
/// <param name="Words">The venue's word for the end.</param>
/// <param name="ExchangeOrderId">The venue's number of it, where known.</param>
/// <param name="At">When the gateway learned it.</param>
/// <param name="Leg">Which leg of it.</param>
public sealed record OrderDone(
    OrderId Order, DoneCause Cause, Quantity? Executed, string Words, string? ExchangeOrderId, DateTimeOffset At, int Leg = 0) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "OrderDone";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.WriteString("cause"u8, Cause == DoneCause.Filled ? "Filled"u8 : "Canceled"u8);
        json.WriteKnown("executed"u8, Executed?.Value);
        json.WriteString("words"u8, Words);
        json.WriteKnown("exchange_order_id"u8, ExchangeOrderId);
        json.Write("at"u8, At);
        json.WriteLeg(Leg);
    }

    /// <summary>Reads its fields.</summary>
    public static OrderDone Read(JsonElement data) => new(
        data.Order("order"),
        data.Text("cause") switch
        {
            "Filled" => DoneCause.Filled,
            "Canceled" => DoneCause.Canceled,
            var other => throw new JsonException($"'{other}' is no way for an order to end."),
        },
        data.KnownDecimal("executed") is { } executed ? new Quantity(executed) : null,
        data.Text("words"),
        data.KnownText("exchange_order_id"),
        data.Time("at"),
        data.Leg());

    internal override void Apply(Ledger ledger, in JournalRecord record) =>
        ledger.Change(Order, record, ledger[Order].Done(Cause, Executed, Words, ExchangeOrderId, Leg, At));
}
