using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Funding of a coin: none is paid here, so every page is empty; null for an unknown coin.</summary>
internal sealed class FundingHistory : InfoRequest
{
    public override string Type => "fundingHistory";

    public override int ItemsPerWeight => 20;

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Integer("startTime");
        return exchange.FindMarket(request.Text("coin")) is null ? null : new JsonArray();
    }
}
