namespace Hyperliquid.Simulator.Markets;

/// <summary>A perpetual of the default dex; its asset id is its position in <c>meta.universe</c>.</summary>
internal sealed record Perp(int Asset, string Coin, int SzDecimals, int MaxLeverage, decimal StartPx)
    : Instrument(Asset, Coin, SzDecimals, StartPx)
{
    private const int MaxDecimals = 6;
    private const int DefaultLeverage = 20;

    public override int PriceDecimals => MaxDecimals - SzDecimals;

    /// <summary>Ids below 50 stand for one tier with that leverage; others are listed in <see cref="MarginTable.All"/>.</summary>
    public int MarginTableId { get; init; } = MaxLeverage;

    /// <summary>Leverage of an account that never chose one.</summary>
    public int InitialLeverage => Math.Min(DefaultLeverage, MaxLeverage);

    /// <summary>Most value of one market order in USD; a limit order may be ten times that.</summary>
    public decimal MaxMarketOrderNtl => MaxLeverage switch
    {
        >= 25 => 30_000_000,
        >= 20 => 5_000_000,
        >= 10 => 2_000_000,
        _ => 500_000,
    };
}
