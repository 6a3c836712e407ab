namespace Hyperliquid.Simulator.Trading;

/// <summary>The candles of one market, kept by the minute; minutes without trades have none.</summary>
internal sealed class CandleSeries
{
    private readonly List<Candle> minutes = [];

    public void Add(Trade trade)
    {
        var start = trade.Time - (trade.Time % CandleInterval.MinuteMs);
        var candle = new Candle(start, trade.Px, trade.Px, trade.Px, trade.Px, trade.Sz, Trades: 1);

        // A clock that was set back adds to the latest minute.
        if (minutes.Count > 0 && start <= minutes[^1].Start)
            minutes[^1] = minutes[^1].With(candle);
        else
            minutes.Add(candle);
    }

    /// <summary>Oldest first; the first may begin before <paramref name="from"/>, if it contains it.</summary>
    public IEnumerable<Candle> Of(CandleInterval interval, long from, long to) => minutes
        .GroupBy(minute => interval.StartOf(minute.Start))
        .Where(group => interval.EndOf(group.Key) >= from && group.Key <= to)
        .Select(group => group.Aggregate((sum, next) => sum.With(next)) with { Start = group.Key });

    /// <summary>The candle of the latest trade; null before the first.</summary>
    public Candle? Latest(CandleInterval interval)
    {
        if (minutes.Count == 0)
            return null;
        var start = interval.StartOf(minutes[^1].Start);
        var first = minutes.FindLastIndex(minute => minute.Start < start) + 1;
        return minutes.Skip(first).Aggregate((sum, next) => sum.With(next)) with { Start = start };
    }
}
