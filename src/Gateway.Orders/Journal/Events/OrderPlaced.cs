using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>An order was accepted; from here on it may be sent, once.</summary>
/// <param name="Order">Its number.</param>
/// <param name="Terms">What was ordered.</param>
/// <param name="Received">When the request reached the engine.</param>
/// <param name="ValidUntil">The last moment at which the venue may take it in.</param>
/// <param name="Mark">What one unit of the base product was taken to be worth, in limit dollars; null: unknown.</param>
public sealed record OrderPlaced(
    OrderId Order, OrderTerms Terms, DateTimeOffset Received, DateTimeOffset ValidUntil, decimal? Mark = null) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "OrderPlaced";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.WriteTerms(Terms);
        json.Write("received"u8, Received);
        json.Write("valid_until"u8, ValidUntil);
        json.WriteKnown("mark"u8, Mark);
    }

    /// <summary>Reads its fields.</summary>
    public static OrderPlaced Read(JsonElement data) =>
        new(data.Order("order"), data.ReadTerms(), data.Time("received"), data.Time("valid_until"), data.KnownDecimal("mark"));

    internal override void Apply(Ledger ledger, in JournalRecord record) => ledger.Add(new Order
    {
        Id = Order,
        Terms = Terms,
        Actor = record.Actor,
        State = OrderState.Open,
        Times = new OrderTimes { Received = Received, Journaled = record.Time },
        ValidUntil = ValidUntil,
        Sequence = record.Sequence,
        Updated = record.Time,
    });
}
