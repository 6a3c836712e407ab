using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Mids of a dex's coins every five seconds.</summary>
internal sealed class AllMidsFeed(PerpDex dex) : Feed(Describe(dex))
{
    private readonly Cadence cadence = new(least: 5_000, most: 5_000);

    public override int Rank => 7;

    public static AllMidsFeed Open(Body subscription, Exchange exchange) =>
        new(FeedCatalogue.DexOf(subscription, exchange));

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
        var data = new JsonObject { ["mids"] = MarketJson.Mids(exchange, dex) };
        if (!dex.IsDefault)
            data["dex"] = dex.Name;
        return Message("allMids", data);
    }

    // The venue's own dex is not named, as recorded.
    private static JsonObject Describe(PerpDex dex)
    {
        var subscription = new JsonObject { ["type"] = "allMids" };
        if (!dex.IsDefault)
            subscription["dex"] = dex.Name;
        return subscription;
    }
}
