using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Contexts of all perpetuals by dex; the venue's own has the empty name.</summary>
internal sealed class AllDexsAssetCtxsFeed() : StateFeed(new() { ["type"] = "allDexsAssetCtxs" }, every: 1_000)
{
    public static AllDexsAssetCtxsFeed Open(Body subscription, Exchange exchange) => new();

    protected override JsonNode Data(Exchange exchange) => new JsonObject
    {
        ["ctxs"] = new JsonArray([.. exchange.Universe.Dexs.Select(dex => new JsonArray(dex.Name, MetaAndAssetCtxs.Contexts(exchange, dex)))]),
    };
}
