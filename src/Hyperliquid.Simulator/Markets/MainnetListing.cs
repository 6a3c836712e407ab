namespace Hyperliquid.Simulator.Markets;

/// <summary>A part of mainnet: the first 28 perpetuals as listed there, later ones appended, and well-known spot pairs.</summary>
internal static class MainnetListing
{
    private static readonly Token Usdc = new(0, "USDC", 8, 8) { TokenId = "0x6d1e7cde53ba9467b783cb7c530ce054", IsCanonical = true };
    private static readonly Token Purr = new(1, "PURR", 0, 5) { TokenId = "0xc1fb593aeffbeb02f85e0308e9956a90", FullName = "Purr", IsCanonical = true };
    private static readonly Token Hfun = new(2, "HFUN", 2, 8);
    private static readonly Token Hype = new(150, "HYPE", 2, 8) { FullName = "Hyperliquid" };
    private static readonly Token Ubtc = new(197, "UBTC", 5, 10) { FullName = "Unit Bitcoin" };
    private static readonly Token Ueth = new(221, "UETH", 4, 9) { FullName = "Unit Ethereum" };
    private static readonly Token Usdt0 = new(268, "USDT0", 2, 8);

    public static Universe Universe { get; } = new(
        [.. Perps.Select((perp, asset) => perp with { Asset = asset, MarginTableId = MarginTableOf(perp) })],
        [
            new(0, Purr, Usdc, IsCanonical: true, 0.2m),
            new(1, Hfun, Usdc, IsCanonical: false, 30m),
            new(107, Hype, Usdc, IsCanonical: false, 40m),
            new(142, Ubtc, Usdc, IsCanonical: false, 100_000m),
            new(151, Ueth, Usdc, IsCanonical: false, 3_000m),
            new(166, Usdt0, Usdc, IsCanonical: false, 1m),
            new(207, Hype, Usdt0, IsCanonical: false, 40m),
        ],
        [Usdc, Purr, Hfun, Hype, Ubtc, Ueth, Usdt0]);

    private static IEnumerable<Perp> Perps =>
    [
        Listed("BTC", 5, 40, 100_000m),
        Listed("ETH", 4, 25, 3_000m),
        Listed("ATOM", 2, 5, 4m),
        Listed("MATIC", 1, 20, 0.4m) with { IsDelisted = true },
        Listed("DYDX", 1, 5, 0.6m),
        Listed("SOL", 2, 20, 150m),
        Listed("AVAX", 2, 10, 20m),
        Listed("BNB", 3, 10, 900m),
        Listed("APE", 1, 5, 0.5m),
        Listed("OP", 1, 5, 0.7m),
        Listed("LTC", 2, 10, 90m),
        Listed("ARB", 1, 10, 0.4m),
        Listed("DOGE", 0, 10, 0.2m),
        Listed("INJ", 1, 10, 10m),
        Listed("SUI", 1, 10, 3m),
        Listed("kPEPE", 0, 10, 0.01m),
        Listed("CRV", 1, 10, 0.7m),
        Listed("LDO", 1, 10, 1m),
        Listed("LINK", 1, 10, 15m),
        Listed("STX", 1, 5, 0.7m),
        Listed("RNDR", 1, 20, 7m) with { IsDelisted = true },
        Listed("CFX", 0, 5, 0.1m),
        Listed("FTM", 0, 10, 0.7m) with { IsDelisted = true },
        Listed("GMX", 2, 3, 12m),
        Listed("SNX", 1, 3, 0.7m),
        Listed("XRP", 0, 20, 2m),
        Listed("BCH", 3, 10, 500m),
        Listed("APT", 2, 10, 5m),
        Listed("HYPE", 2, 10, 40m),
    ];

    private static Perp Listed(string coin, int szDecimals, int maxLeverage, decimal px) => new(0, coin, szDecimals, maxLeverage, px);

    private static int MarginTableOf(Perp perp) => perp.Coin switch
    {
        "BTC" => MarginTable.Bitcoin,
        "ETH" => MarginTable.Ether,
        "SOL" => MarginTable.Solana,
        _ => perp.MaxLeverage,
    };
}
