using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Contexts of all spot pairs, to be joined by coin.</summary>
internal sealed class SpotAssetCtxsFeed() : StateFeed(new() { ["type"] = "spotAssetCtxs" }, every: 1_000)
{
    public static SpotAssetCtxsFeed Open(Body subscription, Exchange exchange) => new();

    protected override JsonNode Data(Exchange exchange) => SpotMetaAndAssetCtxs.Contexts(exchange);
}
