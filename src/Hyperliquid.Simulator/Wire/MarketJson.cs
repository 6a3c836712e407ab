using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Wire;

/// <summary>Books, trades and contexts of a market.</summary>
internal static class MarketJson
{
    private const int Depth = 20;

    public static JsonObject Book(Market market, long time, int? significantFigures, int? mantissa) => new()
    {
        ["coin"] = market.Instrument.Coin,
        ["time"] = time,
        ["levels"] = new JsonArray(
            Side(market, bidSide: true, significantFigures, mantissa),
            Side(market, bidSide: false, significantFigures, mantissa)),
    };

    public static JsonObject Bbo(Market market, long time) => new()
    {
        ["coin"] = market.Instrument.Coin,
        ["time"] = time,
        ["bbo"] = new JsonArray(Best(market, bidSide: true), Best(market, bidSide: false)),
    };

    public static JsonObject Trade(Trade trade) => new()
    {
        ["coin"] = trade.Instrument.Coin,
        ["side"] = trade.TakerBuys ? "B" : "A",
        ["px"] = Numbers.Sent(trade.Px),
        ["sz"] = Numbers.Sent(trade.Sz),
        ["time"] = trade.Time,
        ["hash"] = trade.Hash,
        ["tid"] = trade.Tid,
        ["users"] = new JsonArray(trade.Buyer.ToString(), trade.Seller.ToString()),
    };

    public static JsonObject Candle(Market market, CandleInterval interval, Candle candle) => new()
    {
        ["t"] = candle.Start,
        ["T"] = interval.EndOf(candle.Start),
        ["s"] = market.Instrument.Coin,
        ["i"] = interval.Name,
        ["o"] = Numbers.Sent(candle.Open),
        ["c"] = Numbers.Sent(candle.Close),
        ["h"] = Numbers.Sent(candle.High),
        ["l"] = Numbers.Sent(candle.Low),
        ["v"] = Numbers.Sent(candle.Volume),
        ["n"] = candle.Trades,
    };

    public static JsonObject PerpContext(Market market, decimal openInterest)
    {
        var bid = market.Book.BestBid?.LimitPx;
        var ask = market.Book.BestAsk?.LimitPx;
        var quoted = bid is not null && ask is not null;
        return new()
        {
            ["funding"] = Numbers.Sent(market.FundingRate),
            ["openInterest"] = Numbers.Sent(openInterest),
            ["prevDayPx"] = Numbers.Sent(market.PrevDayPx),
            ["dayNtlVlm"] = Numbers.Sent(market.DayNtlVlm),
            ["premium"] = quoted ? Numbers.Ratio((market.Book.Mid!.Value - market.OraclePx) / market.OraclePx) : null,
            ["oraclePx"] = Numbers.Sent(market.OraclePx),
            ["markPx"] = Numbers.Sent(market.MarkPx),
            ["midPx"] = quoted ? Numbers.Sent(market.Book.Mid!.Value) : null,
            ["impactPxs"] = quoted ? new JsonArray(Numbers.Sent(bid!.Value), Numbers.Sent(ask!.Value)) : null,
            ["dayBaseVlm"] = Numbers.Sent(market.DayBaseVlm),
        };
    }

    public static JsonObject SpotContext(Market market) => new()
    {
        ["prevDayPx"] = Numbers.Sent(market.PrevDayPx),
        ["dayNtlVlm"] = Numbers.Sent(market.DayNtlVlm),
        ["markPx"] = Numbers.Sent(market.MarkPx),
        ["midPx"] = market.Book.Mid is { } mid ? Numbers.Sent(mid) : null,
        ["circulatingSupply"] = "1000000000.0",
        ["coin"] = market.Instrument.Coin,
        ["totalSupply"] = "1000000000.0",
        ["dayBaseVlm"] = Numbers.Sent(market.DayBaseVlm),
    };

    /// <summary>Mids of a dex's markets, and of spot with the venue's own; where a book is one-sided, the last trade.</summary>
    public static JsonObject Mids(Exchange exchange, PerpDex dex)
    {
        var mids = new JsonObject();
        foreach (var instrument in dex.IsDefault ? dex.Perps.Concat<Instrument>(exchange.Universe.SpotPairs) : dex.Perps)
            mids[instrument.Coin] = Numbers.Sent(exchange.MarketOf(instrument).MidOrLast);
        return mids;
    }

    private static JsonObject? Best(Market market, bool bidSide) =>
        market.Book.Levels(bidSide, most: 1).Select(LevelJson).FirstOrDefault();

    private static JsonArray Side(Market market, bool bidSide, int? significantFigures, int? mantissa)
    {
        var levels = significantFigures is { } figures
            ? market.Book.Levels(bidSide, int.MaxValue)
                .GroupBy(level => Coarse(level.Px, figures, mantissa ?? 1, bidSide))
                .Select(group => new OrderBook.Level(group.Key, group.Sum(level => level.Sz), group.Sum(level => level.N)))
                .Take(Depth)
            : market.Book.Levels(bidSide, Depth);
        return new JsonArray([.. levels.Select(LevelJson)]);
    }

    // Bids round down and asks up, so that an aggregated book never looks better than the book.
    private static decimal Coarse(decimal px, int figures, int mantissa, bool down)
    {
        decimal step = mantissa;
        for (var level = Math.Floor(px); level >= 10; level = Math.Floor(level / 10))
            step *= 10;
        for (var level = px; level is > 0 and < 1; level *= 10)
            step /= 10;
        for (var figure = 1; figure < figures; figure++)
            step /= 10;
        return (down ? Math.Floor(px / step) : Math.Ceiling(px / step)) * step;
    }

    private static JsonObject LevelJson(OrderBook.Level level) => new()
    {
        ["px"] = Numbers.Sent(level.Px),
        ["sz"] = Numbers.Sent(level.Sz),
        ["n"] = level.N,
    };
}
