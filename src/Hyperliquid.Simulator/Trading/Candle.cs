namespace Hyperliquid.Simulator.Trading;

/// <summary>What was traded in a stretch of time.</summary>
/// <param name="Start">First millisecond.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Base units.</param>
/// <param name="Trades">How many.</param>
internal sealed record Candle(long Start, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume, int Trades)
{
    /// <summary>This one and the one after it as one.</summary>
    public Candle With(Candle next) => new(
        Start, Open, Math.Max(High, next.High), Math.Min(Low, next.Low), next.Close, Volume + next.Volume, Trades + next.Trades);
}
