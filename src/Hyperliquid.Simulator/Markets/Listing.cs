namespace Hyperliquid.Simulator.Markets;

/// <summary>
/// What is listed when the venue opens: a part of mainnet. The first 28 perpetuals are those of mainnet, later ones are
/// appended; of the spot pairs and the builders' dexs there are a few.
/// </summary>
internal static class Listing
{
    public static Universe Open(Chain chain)
    {
        var numbers = ChainNumbers.Of(chain);
        var usdc = new Token(0, "USDC", 8, 8) { TokenId = "0x6d1e7cde53ba9467b783cb7c530ce054", IsCanonical = true };
        var universe = new Universe(usdc);
        foreach (var perp in numbers.InOrder(VenuePerps(universe.Default)))
            universe.List(perp);
        ListSpot(universe, numbers, usdc);
        return universe;
    }

    private static void ListSpot(Universe universe, ChainNumbers numbers, Token usdc)
    {
        var purr = new Token(1, "PURR", 0, 5) { TokenId = "0xc1fb593aeffbeb02f85e0308e9956a90", FullName = "Purr", IsCanonical = true };
        var hfun = new Token(2, "HFUN", 2, 8);
        var hype = new Token(numbers.HypeToken, "HYPE", 2, 8) { FullName = "Hyperliquid", LoanToValue = 0.5m };
        var ubtc = new Token(197, "UBTC", 5, 10) { FullName = "Unit Bitcoin", LoanToValue = 0.5m };
        var ueth = new Token(221, "UETH", 4, 9) { FullName = "Unit Ethereum" };
        var usde = new Token(235, "USDE", 2, 8);
        var usdt0 = new Token(268, "USDT0", 2, 8);
        var usdh = new Token(360, "USDH", 2, 8);
        foreach (var token in new[] { purr, hfun, hype, ubtc, ueth, usde, usdt0, usdh }.OrderBy(token => token.Index))
            universe.List(token);

        universe.List(new SpotPair(0, purr, usdc, isCanonical: true, 0.2m));
        universe.List(new SpotPair(1, hfun, usdc, isCanonical: false, 30m));
        universe.List(new SpotPair(numbers.HypePair, hype, usdc, isCanonical: false, 40m));
        universe.List(new SpotPair(142, ubtc, usdc, isCanonical: false, 100_000m));
        universe.List(new SpotPair(150, usde, usdc, isCanonical: false, 1m));
        universe.List(new SpotPair(151, ueth, usdc, isCanonical: false, 3_000m));
        universe.List(new SpotPair(166, usdt0, usdc, isCanonical: false, 1m));
        universe.List(new SpotPair(207, hype, usdt0, isCanonical: false, 40m));
        universe.List(new SpotPair(230, usdh, usdc, isCanonical: false, 1m));
        Deploy(universe, usdc, usdh, usde);
    }

    // One dex like the venue's own, one with another collateral, and one whose coin has the name of a coin of the venue.
    private static void Deploy(Universe universe, Token usdc, Token usdh, Token usde)
    {
        var xyz = universe.Deploy("xyz", "XYZ", usdc);
        universe.List(new Perp(xyz, "XYZ100", 4, 20, 25_000m) { IsGrowing = true });
        universe.List(new Perp(xyz, "TSLA", 3, 10, 400m) { IsGrowing = true });
        universe.List(new Perp(xyz, "SILVER", 2, 20, 50m));
        var km = universe.Deploy("km", "Markets by Kinetiq", usdh);
        universe.List(new Perp(km, "US500", 3, 20, 6_800m) { IsGrowing = true });
        universe.List(new Perp(km, "OIL", 2, 10, 60m));
        var hyna = universe.Deploy("hyna", "HyENA", usde);
        universe.List(new Perp(hyna, "BTC", 5, 20, 100_000m) { IsGrowing = true });
    }

    private static IEnumerable<Perp> VenuePerps(PerpDex dex) =>
    [
        new(dex, "BTC", 5, 40, 100_000m) { MarginTableId = MarginTable.Bitcoin },
        new(dex, "ETH", 4, 25, 3_000m) { MarginTableId = MarginTable.Ether },
        new(dex, "ATOM", 2, 5, 4m),
        new(dex, "MATIC", 1, 20, 0.4m) { IsDelisted = true },
        new(dex, "DYDX", 1, 5, 0.6m),
        new(dex, "SOL", 2, 20, 150m) { MarginTableId = MarginTable.Solana },
        new(dex, "AVAX", 2, 10, 20m),
        new(dex, "BNB", 3, 10, 900m),
        new(dex, "APE", 1, 5, 0.5m),
        new(dex, "OP", 1, 5, 0.7m),
        new(dex, "LTC", 2, 10, 90m),
        new(dex, "ARB", 1, 10, 0.4m),
        new(dex, "DOGE", 0, 10, 0.2m),
        new(dex, "INJ", 1, 10, 10m),
        new(dex, "SUI", 1, 10, 3m),
        new(dex, "kPEPE", 0, 10, 0.01m),
        new(dex, "CRV", 1, 10, 0.7m),
        new(dex, "LDO", 1, 10, 1m),
        new(dex, "LINK", 1, 10, 15m),
        new(dex, "STX", 1, 5, 0.7m),
        new(dex, "RNDR", 1, 20, 7m) { IsDelisted = true },
        new(dex, "CFX", 0, 5, 0.1m),
        new(dex, "FTM", 0, 10, 0.7m) { IsDelisted = true },
        new(dex, "GMX", 2, 3, 12m),
        new(dex, "SNX", 1, 3, 0.7m),
        new(dex, "XRP", 0, 20, 2m),
        new(dex, "BCH", 3, 10, 500m),
        new(dex, "APT", 2, 10, 5m),
        new(dex, "HYPE", 2, 10, 40m),
    ];
}
