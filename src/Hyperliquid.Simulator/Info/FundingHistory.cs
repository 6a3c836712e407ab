using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Funding rates of a coin's paid hours, oldest first; null for an unknown coin.</summary>
internal sealed class FundingHistory : InfoRequest
{
    public override string Type => "fundingHistory";

    public override int ItemsPerWeight => 20;

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Integer("startTime");
        var coin = request.Text("coin");
        return exchange.FindMarket(coin) is { } market
            ? TimePage.Of(request, market.FundingHistory, paid => paid.Time, paid => new()
            {
                ["coin"] = coin,
                ["fundingRate"] = Numbers.Sent(paid.Rate),
                ["premium"] = Numbers.Sent(paid.Rate),
                ["time"] = paid.Time,
            })
            : null;
    }
}
