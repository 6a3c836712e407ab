using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Perp dexs; the first element stands for the default one and is null.</summary>
internal sealed class PerpDexs : InfoRequest
{
    public override string Type => "perpDexs";

    public override JsonNode? Answer(Body request, Exchange exchange) => new JsonArray((JsonNode?)null);
}
