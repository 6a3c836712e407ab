using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Perpetuals of a dex whose open interest is capped: none is.</summary>
internal sealed class PerpsAtOpenInterestCap : InfoRequest
{
    public override string Type => "perpsAtOpenInterestCap";

    public override JsonNode? Answer(Body request, Exchange exchange) => new JsonArray();
}
