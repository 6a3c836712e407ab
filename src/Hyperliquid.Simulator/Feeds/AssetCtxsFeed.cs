using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Contexts of all perpetuals of a dex, aligned with its universe.</summary>
internal sealed class AssetCtxsFeed(PerpDex dex) : StateFeed(new() { ["type"] = "assetCtxs", ["dex"] = dex.Name }, every: 1_000)
{
    public static AssetCtxsFeed Open(Body subscription, Exchange exchange) => new(FeedCatalogue.DexOf(subscription, exchange));

    protected override JsonNode Data(Exchange exchange) =>
        new JsonObject { ["dex"] = dex.Name, ["ctxs"] = MetaAndAssetCtxs.Contexts(exchange, dex) };
}
