using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Mids of all coins every five seconds.</summary>
internal sealed class AllMidsFeed() : Feed(new() { ["type"] = "allMids" })
{
    private readonly Cadence cadence = new(least: 5_000, most: 5_000);

    public override int Rank => 7;

    public static AllMidsFeed Open(Body subscription, Exchange exchange) =>
        subscription.Has("dex") && subscription.Text("dex").Length > 0 ? throw new UnsupportedException() : new();

    public override IEnumerable<JsonObject> Begin(Exchange exchange)
    {
        yield return Now(exchange);
    }

    public override IEnumerable<JsonObject> Beat(long now, Exchange exchange)
    {
        if (cadence.IsDue(now))
            yield return Now(exchange);
    }

    private static JsonObject Now(Exchange exchange) => Message("allMids", new JsonObject { ["mids"] = MarketJson.Mids(exchange) });
}
