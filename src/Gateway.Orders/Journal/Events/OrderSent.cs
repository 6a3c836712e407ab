using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>The order's bytes were handed to the venue's connection.</summary>
/// <param name="Order">The order.</param>
/// <param name="At">When.</param>
public sealed record OrderSent(OrderId Order, DateTimeOffset At) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "OrderSent";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.Write("at"u8, At);
    }

    /// <summary>Reads its fields.</summary>
    public static OrderSent Read(JsonElement data) => new(data.Order("order"), data.Time("at"));

    internal override void Apply(Ledger ledger, in JournalRecord record) =>
        ledger.Change(Order, record, ledger[Order].Sent(At));
}
