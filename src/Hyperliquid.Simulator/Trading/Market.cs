using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>An instrument with its book, its prices and its statistics.</summary>
internal sealed class Market(Instrument instrument)
{
    private const int TradesKept = 30;
    private readonly Queue<Trade> recentTrades = new();

    public Instrument Instrument { get; } = instrument;

    public OrderBook Book { get; } = new();

    /// <summary>What positions are valued and triggers are measured at. Set from outside; the simulator does not compute it.</summary>
    public decimal MarkPx { get; private set; } = instrument.StartPx;

    public decimal OraclePx => MarkPx;

    public decimal PrevDayPx { get; } = instrument.StartPx;

    public decimal LastPx { get; private set; } = instrument.StartPx;

    public decimal DayNtlVlm { get; private set; }

    public decimal DayBaseVlm { get; private set; }

    /// <summary>What longs pay to shorts per hour, by value.</summary>
    public decimal FundingRate { get; set; }

    /// <summary>Hours that were paid for, oldest first.</summary>
    public List<(long Time, decimal Rate)> FundingHistory { get; } = [];

    public CandleSeries Candles { get; } = new();

    /// <summary>The latest trades, oldest first.</summary>
    public IEnumerable<Trade> RecentTrades => recentTrades;

    /// <summary>The mid, or the last trade's price while the book is one-sided.</summary>
    public decimal MidOrLast => Book.Mid ?? LastPx;

    public void MoveMark(decimal px) => MarkPx = px;

    public void Count(Trade trade)
    {
        LastPx = trade.Px;
        DayNtlVlm += trade.Px * trade.Sz;
        DayBaseVlm += trade.Sz;
        Candles.Add(trade);
        recentTrades.Enqueue(trade);
        if (recentTrades.Count > TradesKept)
            recentTrades.Dequeue();
    }
}
