using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal.Events;

/// <summary>
/// The change of an order was refused, or is proven never to have reached the venue: its leg will never be. A refusal can leave the leg
/// before it ended, so what is left of that has to be asked for if anything was sent.
/// </summary>
/// <param name="Order">The order.</param>
/// <param name="Leg">The leg that will never be.</param>
/// <param name="Reason">Why, in the venue's words where it had any.</param>
/// <param name="WasSent">Whether anything may have been sent.</param>
/// <param name="At">When the gateway learned it.</param>
public sealed record ModifyRejected(OrderId Order, int Leg, string Reason, bool WasSent, DateTimeOffset At) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "ModifyRejected";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Write("order"u8, Order);
        json.WriteLeg(Leg);
        json.WriteString("reason"u8, Reason);
        json.WriteBoolean("was_sent"u8, WasSent);
        json.Write("at"u8, At);
    }

    /// <summary>Reads its fields.</summary>
    public static ModifyRejected Read(JsonElement data) =>
        new(data.Order("order"), data.Leg(), data.Text("reason"), data.Flag("was_sent"), data.Time("at"));

    internal override void Apply(Ledger ledger, in JournalRecord record) =>
        ledger.Change(Order, record, ledger[Order].ReplacementRejected(Reason, WasSent, At));
}
