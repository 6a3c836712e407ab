using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>The lowest tier of the venue's schedule: perpetuals 0.045 % and 0.015 %, spot 0.070 % and 0.040 % (taker, maker).</summary>
internal static class Fees
{
    public const decimal PerpTaker = 0.00045m;
    public const decimal PerpMaker = 0.00015m;
    public const decimal SpotTaker = 0.0007m;
    public const decimal SpotMaker = 0.0004m;

    private const int PerpDecimals = 6;
    private const int SpotDecimals = 8;

    /// <summary>In the collateral; the venue's part, by the scale of the dex, and the builder's are each cut to 6 decimals.</summary>
    public static (decimal Fee, decimal BuilderFee) OnPerp(decimal notional, bool crossed, decimal scale, BuilderFee? builder) =>
        Sum(Decimals.Cut(notional * (crossed ? PerpTaker : PerpMaker) * scale, PerpDecimals), builder?.Of(notional) ?? 0, PerpDecimals);

    /// <summary>In the received token, cut to 8 decimals; a builder takes part of sells only.</summary>
    public static (decimal Fee, decimal BuilderFee) OnSpot(decimal received, bool crossed, BuilderFee? builder) =>
        Sum(Decimals.Cut(received * (crossed ? SpotTaker : SpotMaker), SpotDecimals), builder?.Of(received) ?? 0, SpotDecimals);

    private static (decimal Fee, decimal BuilderFee) Sum(decimal own, decimal builders, int decimals)
    {
        var cut = Decimals.Cut(builders, decimals);
        return (own + cut, cut);
    }
}
