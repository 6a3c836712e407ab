using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>A limit or a halt refused an order. It has a number and is out; nothing was sent.</summary>
/// <param name="Order">Its number.</param>
/// <param name="Terms">What was ordered.</param>
/// <param name="Received">When the request reached the engine.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Mark">What one unit of the base product was taken to be worth, in limit dollars; null: unknown.</param>
public sealed record OrderRefused(OrderId Order, OrderTerms Terms, DateTimeOffset Received, string Reason, decimal? Mark = null)
    : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "OrderRefused";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.WriteTerms(Terms);
        json.Write("received"u8, Received);
        json.WriteString("reason"u8, Reason);
        json.WriteKnown("mark"u8, Mark);
    }

    /// <summary>Reads its fields.</summary>
    public static OrderRefused Read(JsonElement data) =>
        new(data.Order("order"), data.ReadTerms(), data.Time("received"), data.Text("reason"), data.KnownDecimal("mark"));

    internal override void Apply(Ledger ledger, in JournalRecord record) => ledger.Add(new Order
    {
        Id = Order,
        Terms = Terms,
        Actor = record.Actor,
        State = OrderState.Rejected | OrderState.Out,
        RejectReason = Reason,
        Times = new OrderTimes { Received = Received, Journaled = record.Time, Out = record.Time },
        ValidUntil = record.Time,
        Sequence = record.Sequence,
        Updated = record.Time,
    });
}
