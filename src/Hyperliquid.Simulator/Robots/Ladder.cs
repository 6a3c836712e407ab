using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Robots;

/// <summary>What a robot quotes.</summary>
/// <param name="SpreadBps">Distance between best bid and ask in basis points of the mark.</param>
/// <param name="Levels">Price levels a side.</param>
/// <param name="Size">Mean size of a level in base units; null: about 10,000 USD.</param>
internal sealed record Ladder(decimal SpreadBps, int Levels, decimal? Size)
{
    private const decimal DefaultNotional = 10_000;

    /// <summary>What is put up where nothing else was asked for.</summary>
    public static Ladder Default { get; } = new(SpreadBps: 2, Levels: 10, Size: null);

    /// <summary>Distance between levels.</summary>
    public decimal StepBps => Math.Max(1, SpreadBps / 2);

    public decimal SizeFor(Instrument instrument, decimal mark) =>
        Size ?? Math.Max(Decimals.Unit(instrument.SzDecimals), DefaultNotional / mark);
}
