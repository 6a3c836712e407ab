using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Best bid and ask of a coin, sent in blocks that changed them.</summary>
internal sealed class BboFeed(Market market)
    : Feed(new() { ["type"] = "bbo", ["coin"] = market.Instrument.Coin })
{
    private JsonNode? last;

    public override int Rank => 4;

    public static BboFeed Open(Body subscription, Exchange exchange) => new(FeedCatalogue.MarketOf(subscription, exchange));

    public override IEnumerable<JsonObject> Begin(Exchange exchange) => Changed(exchange.Clock.Now);

    public override IEnumerable<JsonObject> On(Block block, Exchange exchange) =>
        block.ChangedBooks.Contains(market.Instrument) ? Changed(block.Time) : [];

    private IEnumerable<JsonObject> Changed(long time)
    {
        var data = MarketJson.Bbo(market, time);
        if (JsonNode.DeepEquals(last, data["bbo"]))
            yield break;
        last = data["bbo"]!.DeepClone();
        yield return Message("bbo", data);
    }
}
