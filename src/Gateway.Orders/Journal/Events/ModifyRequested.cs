using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>
/// Somebody asked for another price or quantity of an order, and the change was accepted: from here on it may be sent, once. The venue
/// carries it out by ending the present leg and beginning another; until it is known what came of that, either may stand.
/// </summary>
/// <param name="Order">The order.</param>
/// <param name="Leg">The number of the leg to come.</param>
/// <param name="Price">The price asked for.</param>
/// <param name="Quantity">The whole quantity asked for, with what had traded already.</param>
/// <param name="Size">How much of it the leg to come may trade.</param>
/// <param name="ValidUntil">The last moment at which the venue may carry it out.</param>
/// <param name="Mark">What one unit of the base product was taken to be worth, in limit dollars; null: unknown.</param>
public sealed record ModifyRequested(
    OrderId Order, int Leg, Price Price, Quantity Quantity, Quantity Size, DateTimeOffset ValidUntil, decimal? Mark = null) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "ModifyRequested";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.WriteLeg(Leg);
        json.Write("price"u8, Price.Value);
        json.Write("quantity"u8, Quantity.Value);
        json.Write("size"u8, Size.Value);
        json.Write("valid_until"u8, ValidUntil);
        json.WriteKnown("mark"u8, Mark);
    }

    /// <summary>Reads its fields.</summary>
    public static ModifyRequested Read(JsonElement data) => new(
        data.Order("order"),
        data.Leg(),
        new(data.Decimal("price")),
        new(data.Decimal("quantity")),
        new(data.Decimal("size")),
        data.Time("valid_until"),
        data.KnownDecimal("mark"));

    internal override void Apply(Ledger ledger, in JournalRecord record) => ledger.Change(Order, record, ledger[Order].ReplacementRequested(new()
    {
        Leg = Leg,
        Price = Price,
        Quantity = Quantity,
        Size = Size,
        ValidUntil = ValidUntil,
    }));
}
