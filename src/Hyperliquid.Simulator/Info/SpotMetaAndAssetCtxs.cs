using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The spot pairs and their contexts, to be joined by coin.</summary>
internal sealed class SpotMetaAndAssetCtxs : InfoRequest
{
    public override string Type => "spotMetaAndAssetCtxs";

    public override JsonNode? Answer(Body request, Exchange exchange) => new JsonArray(
        SpotMeta.Of(exchange),
        Contexts(exchange));

    /// <summary>Contexts of all pairs, to be joined by coin.</summary>
    public static JsonArray Contexts(Exchange exchange) =>
        ArrayOf(exchange.Universe.SpotPairs.Select(pair => MarketJson.SpotContext(exchange.MarketOf(pair))));
}
