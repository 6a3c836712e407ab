using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>One token by its id; null for one that there is not.</summary>
internal sealed class TokenDetails : InfoRequest
{
    public override string Type => "tokenDetails";

    private const string Supply = "1000000000.0";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var id = request.Text("tokenId");
        if (exchange.Universe.Tokens.FirstOrDefault(token => token.TokenId == id) is not { } token)
            return null;
        var market = exchange.Universe.SpotPairs.FirstOrDefault(pair => pair.Base == token) is { } pair ? exchange.MarketOf(pair) : null;
        return new JsonObject
        {
            ["name"] = token.Name,
            ["maxSupply"] = Supply,
            ["totalSupply"] = Supply,
            ["circulatingSupply"] = Supply,
            ["szDecimals"] = token.SzDecimals,
            ["weiDecimals"] = token.WeiDecimals,
            ["midPx"] = Numbers.Sent(market?.MidOrLast ?? 1),
            ["markPx"] = Numbers.Sent(market?.MarkPx ?? 1),
            ["prevDayPx"] = Numbers.Sent(market?.PrevDayPx ?? 1),
            ["genesis"] = null,
            ["deployer"] = null,
            ["deployGas"] = null,
            ["deployTime"] = null,
            ["seededUsdc"] = "0.0",
            ["nonCirculatingUserBalances"] = new JsonArray(),
            ["futureEmissions"] = "0.0",
        };
    }
}
