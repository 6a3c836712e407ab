namespace Hyperliquid.Simulator.Markets;

/// <summary>Something with a book: a perpetual or a spot pair. It is itself whatever becomes of its id and its names.</summary>
/// <param name="szDecimals">Most fractional digits of a size.</param>
/// <param name="startPx">Mark price when it is listed.</param>
internal abstract class Instrument(int szDecimals, decimal startPx)
{
    private const int SignificantFigures = 5;

    /// <summary>The id used in actions.</summary>
    public abstract int Asset { get; }

    /// <summary>The name used in info requests, feeds and fills; case-sensitive.</summary>
    public abstract string Coin { get; }

    /// <summary>How many were listed before it: its own for ever, unlike its id.</summary>
    public int Serial { get; set; }

    public int SzDecimals { get; } = szDecimals;

    public decimal StartPx { get; } = startPx;

    /// <summary>Most fractional digits of a price.</summary>
    public abstract int PriceDecimals { get; }

    /// <summary>Delisted assets keep their id and take no orders.</summary>
    public bool IsDelisted { get; set; }

    /// <summary>At most five significant figures and <see cref="PriceDecimals"/> decimals; whole prices may have any number of figures.</summary>
    public bool AcceptsPrice(decimal px)
    {
        var plain = Decimals.Trim(px);
        return plain.Scale == 0 || (plain.Scale <= PriceDecimals && Decimals.Figures(plain) <= SignificantFigures);
    }

    /// <summary>At most <see cref="SzDecimals"/> fractional digits.</summary>
    public bool AcceptsSize(decimal sz) => Decimals.Trim(sz).Scale <= SzDecimals;

    /// <summary>The nearest valid price at or below.</summary>
    public decimal PriceAtOrBelow(decimal px) => Math.Floor(px / TickAt(px)) * TickAt(px);

    /// <summary>The nearest valid price at or above.</summary>
    public decimal PriceAtOrAbove(decimal px) => Math.Ceiling(px / TickAt(px)) * TickAt(px);

    /// <summary>The step between valid prices at this level.</summary>
    public decimal TickAt(decimal px)
    {
        var decimals = SignificantFigures;
        for (var level = px; level >= 1; level /= 10)
            decimals--;
        for (var level = px; level is > 0 and < 0.1m; level *= 10)
            decimals++;
        return Decimals.Unit(Math.Clamp(decimals, 0, PriceDecimals));
    }
}
