using System.Text.Json;
using Gateway.Orders.Alerts;
using Gateway.Orders.Halts;

namespace Gateway.Orders.Journal.Events;

/// <summary>Trading was halted; orders that rest are left alone unless their cancel is written down too.</summary>
/// <param name="Halt">The halt.</param>
public sealed record TradingHalted(Halt Halt) : JournalEvent
{
    /// <summary>The frozen name.</summary>
    public const string FrozenName = "TradingHalted";

    /// <inheritdoc/>
    public override string Name => FrozenName;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter json) => HaltJson.Write(json, Halt);

    /// <summary>Reads its fields.</summary>
    public static TradingHalted Read(JsonElement data) => new(HaltJson.Read(data));

    internal override Alert AlertOf(Ledger ledger, in JournalRecord record) =>
        new(record, AlertKind.Halted, $"{record.Actor.Client} halted {Halt}.");

    internal override void Apply(Ledger ledger, in JournalRecord record) =>
        ledger.Risk.Halts.Halt(new ActiveHalt(Halt, record.Actor, record.Time));
}
