using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>The venue refused a cancel. Nothing follows from it but a question: only the venue knows the order's true state.</summary>
/// <param name="Order">The order.</param>
/// <param name="Reason">The venue's words.</param>
public sealed record CancelRejected(OrderId Order, string Reason) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "CancelRejected";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.WriteString("reason"u8, Reason);
    }

    /// <summary>Reads its fields.</summary>
    public static CancelRejected Read(JsonElement data) => new(data.Order("order"), data.Text("reason"));

    internal override void Apply(Ledger ledger, in JournalRecord record)
    {
        // Kept for those who look into it later.
    }
}
