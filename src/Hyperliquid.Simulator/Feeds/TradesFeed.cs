using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Public trades of a coin; the latest ones right after subscribing.</summary>
internal sealed class TradesFeed(Market market)
    : Feed(new() { ["type"] = "trades", ["coin"] = market.Instrument.Coin })
{
    public override int Rank => 3;

    public static TradesFeed Open(Body subscription, Exchange exchange) => new(FeedCatalogue.MarketOf(subscription, exchange));

    public override IEnumerable<JsonObject> Begin(Exchange exchange) => Messages(market.RecentTrades);

    public override IEnumerable<JsonObject> On(Block block, Exchange exchange) =>
        Messages(block.Trades.Where(trade => trade.Instrument == market.Instrument));

    private static IEnumerable<JsonObject> Messages(IEnumerable<Trade> trades)
    {
        var json = trades.Select(MarketJson.Trade).ToArray<JsonNode>();
        if (json.Length > 0)
            yield return Message("trades", new JsonArray(json));
    }
}
