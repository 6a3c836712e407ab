using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>The venue had the order, and now knows nothing of it: it is out, with the fills that are known.</summary>
/// <param name="Order">The order.</param>
/// <param name="At">When the gateway learned it.</param>
public sealed record OrderVanished(OrderId Order, DateTimeOffset At) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "OrderVanished";

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
    public static OrderVanished Read(JsonElement data) => new(data.Order("order"), data.Time("at"));

    internal override void Apply(Ledger ledger, in JournalRecord record) =>
        ledger.Change(Order, record, ledger[Order].Vanished(At));
}
