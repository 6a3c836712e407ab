namespace Hyperliquid.Simulator.Markets;

/// <summary>
/// The same markets under testnet's ids: SOL 0, APT 1, ATOM 2, BTC 3, ETH 4; HYPE is spot pair 1035 with token 1105. An
/// adapter that carries mainnet's numbers along trades the wrong asset here.
/// </summary>
internal static class TestnetListing
{
    private static readonly string[] First = ["SOL", "APT", "ATOM", "BTC", "ETH"];

    public static Universe Universe { get; } = Renumbered(MainnetListing.Universe);

    private static Universe Renumbered(Universe mainnet)
    {
        var perps = First.Select(coin => (Perp)mainnet.Find(coin)!)
            .Concat(mainnet.Perps.Where(perp => !First.Contains(perp.Coin)))
            .Select((perp, asset) => perp with { Asset = asset });
        var tokens = mainnet.Tokens.Where(token => !token.Name.StartsWith("UNTRADED", StringComparison.Ordinal)).ToDictionary(
            token => token.Name,
            token => token.Name == "HYPE" ? token with { Index = 1105, TokenId = $"0x{1106:x32}" } : token,
            StringComparer.Ordinal);
        var pairs = mainnet.SpotPairs.Select(pair => new SpotPair(
            pair.Index == 107 ? 1035 : pair.Index, tokens[pair.Base.Name], tokens[pair.Quote.Name], pair.IsCanonical, pair.StartPx));
        return new Universe([.. perps], [.. pairs], [.. tokens.Values]);
    }
}
