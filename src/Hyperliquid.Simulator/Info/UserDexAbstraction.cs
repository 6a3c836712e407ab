using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Whether margin moves to builders' dexs by itself; null: never asked for.</summary>
internal sealed class UserDexAbstraction : InfoRequest
{
    public override string Type => "userDexAbstraction";

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        AccountOf(request, exchange)?.DexAbstraction is { } enabled ? JsonValue.Create(enabled) : null;
}
