namespace Hyperliquid.Simulator.Markets;

/// <summary>Everything that can be traded, in the order that gives perpetuals their ids.</summary>
internal sealed class Universe
{
    private readonly Dictionary<int, Instrument> byAsset;
    private readonly Dictionary<string, Instrument> byCoin;

    public Universe(IReadOnlyList<Perp> perps, IReadOnlyList<SpotPair> spotPairs, IReadOnlyList<Token> listedTokens)
    {
        Perps = perps;
        SpotPairs = spotPairs;
        Tokens = Dense(listedTokens);
        byAsset = All.ToDictionary(instrument => instrument.Asset);
        byCoin = All.ToDictionary(instrument => instrument.Coin, StringComparer.Ordinal);
    }

    public IReadOnlyList<Perp> Perps { get; }

    public IReadOnlyList<SpotPair> SpotPairs { get; }

    /// <summary>Position equals index.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    public IEnumerable<Instrument> All => Perps.Concat<Instrument>(SpotPairs);

    public static Universe For(Chain chain) => chain == Chain.Mainnet ? MainnetListing.Universe : TestnetListing.Universe;

    public Instrument? Find(int asset) => byAsset.GetValueOrDefault(asset);

    public Instrument? Find(string coin) => byCoin.GetValueOrDefault(coin);

    public Token? FindToken(string name) => Tokens.FirstOrDefault(token => token.Name == name);

    // Clients look tokens up by position, and on the venue there are no holes. Ours are filled with tokens nobody trades.
    private static List<Token> Dense(IReadOnlyList<Token> listed)
    {
        var byIndex = listed.ToDictionary(token => token.Index);
        return [.. Enumerable.Range(0, listed.Max(token => token.Index) + 1)
            .Select(index => byIndex.GetValueOrDefault(index) ?? new Token(index, $"UNTRADED{index}", SzDecimals: 0, WeiDecimals: 5))];
    }
}
