namespace Hyperliquid.Simulator.Markets;

/// <summary>A perpetual; its id comes from its position in its dex.</summary>
internal sealed class Perp(PerpDex dex, string name, int szDecimals, int maxLeverage, decimal startPx) : Instrument(szDecimals, startPx)
{
    private const int MaxDecimals = 6;
    private const int DefaultLeverage = 20;
    private int asset;

    public override int Asset => asset;

    public override string Coin { get; } = dex.CoinOf(name);

    public PerpDex Dex { get; } = dex;

    public int MaxLeverage { get; } = maxLeverage;

    public override int PriceDecimals => MaxDecimals - SzDecimals;

    /// <summary>Whether its builder charges a tenth of the fees for now.</summary>
    public bool IsGrowing { get; init; }

    /// <summary>Ids below 50 stand for one tier with that leverage; others are listed in <see cref="MarginTable.All"/>.</summary>
    public int MarginTableId { get; init; } = maxLeverage;

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

    /// <summary>Takes the id that its position gives it.</summary>
    public void Renumber(int number) => asset = number;
}
