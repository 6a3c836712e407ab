using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>Somebody asked for the order to be canceled; it is asked for until the order is out.</summary>
/// <param name="Order">The order.</param>
public sealed record CancelRequested(OrderId Order) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "CancelRequested";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
    }

    /// <summary>Reads its fields.</summary>
    public static CancelRequested Read(JsonElement data) => new(data.Order("order"));

    internal override void Apply(Ledger ledger, in JournalRecord record) =>
        ledger.Change(Order, record, ledger[Order].CancelRequested());
}
