using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Prices and volumes of a coin every second; spot coins on a channel of their own.</summary>
internal sealed class ActiveAssetCtxFeed(Market market)
    : Feed(new() { ["type"] = "activeAssetCtx", ["coin"] = market.Instrument.Coin })
{
    private readonly Cadence cadence = new(least: 1_000, most: 1_000);

    public override int Rank => 6;

    public static ActiveAssetCtxFeed Open(Body subscription, Exchange exchange) => new(FeedCatalogue.MarketOf(subscription, exchange));

    public override IEnumerable<JsonObject> Begin(Exchange exchange)
    {
        yield return Now(exchange);
    }

    public override IEnumerable<JsonObject> Beat(long now, Exchange exchange)
    {
        if (cadence.IsDue(now))
            yield return Now(exchange);
    }

    private JsonObject Now(Exchange exchange)
    {
        var (channel, context) = market.Instrument is Perp perp
            ? ("activeAssetCtx", MetaAndAssetCtxs.Context(exchange, perp))
            : ("activeSpotAssetCtx", MarketJson.SpotContext(market));
        return Message(channel, new JsonObject { ["coin"] = market.Instrument.Coin, ["ctx"] = context });
    }
}
