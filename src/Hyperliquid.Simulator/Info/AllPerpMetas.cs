using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The <c>meta</c> of every perp dex, in the order of <c>perpDexs</c>.</summary>
internal sealed class AllPerpMetas : InfoRequest
{
    public override string Type => "allPerpMetas";

    public override JsonNode? Answer(Body request, Exchange exchange) => ArrayOf(exchange.Universe.Dexs.Select(Meta.Of));
}
