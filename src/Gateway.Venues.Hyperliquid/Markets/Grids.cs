namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>The venue's price and size rules: five significant figures, and fewer fractional digits the finer the lot.</summary>
internal static class Grids
{
    public const int PerpetualDecimals = 6;
    public const int SpotDecimals = 8;

    private const int SignificantFigures = 5;

    public static PriceGrid Prices(int maxDecimals, int sizeDecimals) => new(Math.Max(0, maxDecimals - sizeDecimals), SignificantFigures);

    public static LotGrid Lots(int sizeDecimals) => new(new decimal(1, 0, 0, isNegative: false, checked((byte)sizeDecimals)));
}
