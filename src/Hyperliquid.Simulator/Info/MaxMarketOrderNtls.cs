using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Most value of a market order by the most leverage of the asset.</summary>
internal sealed class MaxMarketOrderNtls : InfoRequest
{
    public override string Type => "maxMarketOrderNtls";

    public override JsonNode? Answer(Body request, Exchange exchange) => ArrayOf(exchange.Universe.Perps
        .Select(perp => (perp.MaxLeverage, perp.MaxMarketOrderNtl))
        .Distinct()
        .OrderByDescending(limit => limit.MaxLeverage)
        .Select(limit => new JsonArray(limit.MaxLeverage, Numbers.Sent(limit.MaxMarketOrderNtl))));
}
