namespace Gateway.Venues;

/// <summary>
/// Which prices a market accepts: at most so many fractional digits and, where the venue says so, at most so many
/// significant figures; a whole number may have any number of figures. Prices are never rounded silently, so the grid
/// only answers whether a price lies on it and which valid prices are next to it.
/// </summary>
public sealed record PriceGrid
{
    private static readonly decimal[] PowersOfTen = [.. Enumerable.Range(0, 29).Select(n => Power(n))];

    // A division takes longer than all the rest of a check.
    private static readonly decimal[] Ticks = [.. PowersOfTen.Select(power => 1 / power)];

    /// <summary>States a grid.</summary>
    /// <param name="maxDecimals">Most fractional digits, 0 … 28.</param>
    /// <param name="significantFigures">Most significant figures of a price that is not whole, 1 … 28; null: any.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public PriceGrid(int maxDecimals, int? significantFigures)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxDecimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxDecimals, 28);
        if (significantFigures is < 1 or > 28)
            throw new ArgumentOutOfRangeException(nameof(significantFigures), significantFigures, "Within 1 … 28.");

        MaxDecimals = maxDecimals;
        SignificantFigures = significantFigures;
    }

    /// <summary>Most fractional digits.</summary>
    public int MaxDecimals { get; }

    /// <summary>Most significant figures of a price that is not whole; null: any.</summary>
    public int? SignificantFigures { get; }

    /// <summary>The finest step anywhere on the grid.</summary>
    public decimal FinestTick => Ticks[MaxDecimals];

    /// <summary>Whether the market accepts this price.</summary>
    public bool Contains(Price price) => price.Value % TickAt(price.Value) == 0;

    /// <summary>The nearest valid price at or below; null where there is none above zero.</summary>
    public Price? AtOrBelow(Price price)
    {
        var below = Math.Floor(price.Value / TickAt(price.Value)) * TickAt(price.Value);
        return below > 0 ? new Price(below) : null;
    }

    /// <summary>The nearest valid price at or above; null where a decimal cannot hold it.</summary>
    public Price? AtOrAbove(Price price)
    {
        var tick = TickAt(price.Value);
        var steps = Math.Ceiling(price.Value / tick);
        return steps > decimal.MaxValue / Math.Max(tick, 1) ? null : new Price(steps * tick);
    }

    // The step between valid prices at this level. A level runs from a power of ten to the next, and each power of ten
    // lies on the grid of the level below it, so rounding up never leaves the grid.
    private decimal TickAt(decimal price)
    {
        if (SignificantFigures is not { } figures)
            return FinestTick;
        var decimals = figures - 1 - Magnitude(price);
        return Ticks[Math.Clamp(decimals, 0, MaxDecimals)];
    }

    // The exponent of the leading digit: 0 for 1 … 9.99, -2 for 0.01 … 0.099.
    private static int Magnitude(decimal price)
    {
        var exponent = 0;
        if (price >= 1)
        {
            while (exponent < 28 && price >= PowersOfTen[exponent + 1])
                exponent++;
            return exponent;
        }

        while (exponent > -28 && price * PowersOfTen[-exponent] < 1)
            exponent--;
        return exponent;
    }

    private static decimal Power(int n)
    {
        var power = 1m;
        for (var i = 0; i < n; i++)
            power *= 10;
        return power;
    }
}
