using System.Text.Json;
using Gateway.Orders.Alerts;
using Gateway.Orders.Halts;

namespace Gateway.Orders.Journal.Events;

/// <summary>A halt ended; others that cover the same stay in force.</summary>
/// <param name="Halt">The halt.</param>
public sealed record TradingResumed(Halt Halt) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "TradingResumed";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json) => HaltJson.Write(json, Halt);

    /// <summary>Reads its fields.</summary>
    public static TradingResumed Read(JsonElement data) => new(HaltJson.Read(data));

    internal override Alert AlertOf(Ledger ledger, in JournalRecord record) =>
        new(record, AlertKind.Resumed, $"{record.Actor.Client} resumed {Halt}.");

    internal override void Apply(Ledger ledger, in JournalRecord record) =>
        ledger.Risk.Halts.Resume(Halt);
}
