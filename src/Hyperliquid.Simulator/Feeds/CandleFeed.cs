using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>The present candle of a coin, in blocks that traded it.</summary>
internal sealed class CandleFeed(Market market, CandleInterval interval)
    : Feed(new() { ["type"] = "candle", ["coin"] = market.Instrument.Coin, ["interval"] = interval.Name })
{
    public override int Rank => 8;

    public static CandleFeed Open(Body subscription, Exchange exchange) => new(
        FeedCatalogue.MarketOf(subscription, exchange),
        CandleInterval.Find(subscription.Text("interval")) ?? throw new UnreadableException("unknown interval"));

    public override IEnumerable<JsonObject> Begin(Exchange exchange) => Now();

    public override IEnumerable<JsonObject> On(Block block, Exchange exchange) =>
        block.Trades.Any(trade => trade.Instrument == market.Instrument) ? Now() : [];

    private IEnumerable<JsonObject> Now()
    {
        if (market.Candles.Latest(interval) is { } candle)
            yield return Message("candle", MarketJson.Candle(market, interval, candle));
    }
}
