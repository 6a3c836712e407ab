namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>
/// The most value of one limit order of a perpetual: ten times the cap of a market order, which goes by the market's highest
/// leverage (venue documentation, "Contract specifications").
/// </summary>
internal static class OrderValueCap
{
    public static Notional? Of(int? maxLeverage) => maxLeverage switch
    {
        null => null,
        >= 25 => new Notional(300_000_000),
        >= 20 => new Notional(50_000_000),
        >= 10 => new Notional(20_000_000),
        _ => new Notional(5_000_000),
    };
}
