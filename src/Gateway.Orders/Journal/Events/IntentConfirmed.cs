using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>Whoever carries the order to the venue on our behalf has named it.</summary>
/// <param name="Order">The order.</param>
/// <param name="AggregatorOrderId">Its number there, verbatim.</param>
/// <param name="IntentHash">The hash of what was asked for, verbatim; null: none was given.</param>
public sealed record IntentConfirmed(OrderId Order, string AggregatorOrderId, string? IntentHash) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "IntentConfirmed";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.WriteString("agg_order_id"u8, AggregatorOrderId);
        json.WriteKnown("intent_hash"u8, IntentHash);
    }

    /// <summary>Reads its fields.</summary>
    public static IntentConfirmed Read(JsonElement data) =>
        new(data.Order("order"), data.Text("agg_order_id"), data.KnownText("intent_hash"));

    internal override void Apply(Ledger ledger, in JournalRecord record) => ledger.Change(
        Order, record, ledger[Order] with { AggregatorOrderId = AggregatorOrderId, IntentHash = IntentHash });
}
