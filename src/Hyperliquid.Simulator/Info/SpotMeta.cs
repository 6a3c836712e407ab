using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Spot tokens and pairs. A pair's id comes from its <c>index</c>, not from its position.</summary>
internal sealed class SpotMeta : InfoRequest
{
    public override string Type => "spotMeta";

    public override JsonNode? Answer(Body request, Exchange exchange) => Of(exchange);

    public static JsonObject Of(Exchange exchange) => new()
    {
        ["universe"] = ArrayOf(exchange.Universe.SpotPairs.Select(PairJson)),
        ["tokens"] = ArrayOf(exchange.Universe.Tokens.Select(TokenJson)),
    };

    private static JsonObject PairJson(SpotPair pair) => new()
    {
        ["tokens"] = new JsonArray(pair.Base.Index, pair.Quote.Index),
        ["name"] = pair.Coin,
        ["index"] = pair.Index,
        ["isCanonical"] = pair.IsCanonical,
    };

    private static JsonObject TokenJson(Token token) => new()
    {
        ["name"] = token.Name,
        ["szDecimals"] = token.SzDecimals,
        ["weiDecimals"] = token.WeiDecimals,
        ["index"] = token.Index,
        ["tokenId"] = token.TokenId,
        ["isCanonical"] = token.IsCanonical,
        ["evmContract"] = null,
        ["fullName"] = token.FullName,
        ["deployerTradingFeeShare"] = "0.0",
    };
}
