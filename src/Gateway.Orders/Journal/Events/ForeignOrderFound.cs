using System.Text.Json;
using Gateway.Orders.Alerts;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>An order that nobody of this gateway placed stands on an account. It gets a number, counts as open, and can be canceled.</summary>
/// <param name="Order">Its number.</param>
/// <param name="Terms">What was ordered, as far as the venue tells.</param>
/// <param name="ExchangeOrderId">The venue's number of it.</param>
/// <param name="Filled">How much of it had traded, by the venue's account.</param>
/// <param name="At">When the gateway learned it.</param>
public sealed record ForeignOrderFound(OrderId Order, OrderTerms Terms, string ExchangeOrderId, Quantity Filled, DateTimeOffset At) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "ForeignOrderFound";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.WriteTerms(Terms);
        json.WriteString("exchange_order_id"u8, ExchangeOrderId);
        json.Write("filled"u8, Filled.Value);
        json.Write("at"u8, At);
    }

    /// <summary>Reads its fields.</summary>
    public static ForeignOrderFound Read(JsonElement data) =>
        new(data.Order("order"), data.ReadTerms(), data.Text("exchange_order_id"), new(data.Decimal("filled")), data.Time("at"));

    internal override Alert AlertOf(Ledger ledger, in JournalRecord record) => new(
        record,
        AlertKind.ForeignOrder,
        $"{Terms.Side} {Terms.Quantity} at {Terms.Price} in {Terms.Market} stands on account {Terms.Account} and was placed by nobody of this gateway; " +
        $"it counts as open, and can be canceled as order {Order}.",
        Terms.Account,
        Order);

    internal override void Apply(Ledger ledger, in JournalRecord record) => ledger.Add(new Order
    {
        Id = Order,
        Terms = Terms,
        Actor = record.Actor,
        IsForeign = true,
        State = OrderState.Open | OrderState.Acked | (Filled.IsZero ? OrderState.None : OrderState.Filled),
        Filled = Filled,
        ExchangeOrderId = ExchangeOrderId,
        Times = new OrderTimes { Received = At, Journaled = record.Time, Acknowledged = At },
        ValidUntil = record.Time,
        Sequence = record.Sequence,
        Updated = record.Time,
    });
}
