using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The latest trades of a coin, newest first.</summary>
internal sealed class RecentTrades : InfoRequest
{
    public override string Type => "recentTrades";

    public override int ItemsPerWeight => 20;

    public override JsonNode? Answer(Body request, Exchange exchange) => exchange.FindMarket(request.Text("coin")) is { } market
        ? ArrayOf(market.RecentTrades.Reverse().Select(MarketJson.Trade))
        : null;
}
