namespace Hyperliquid.Simulator.Markets;

/// <summary>Everything that can be traded. Markets, tokens and dexs may come while the venue is open; none ever goes.</summary>
internal sealed class Universe
{
    private readonly List<Token> tokens = [];
    private readonly List<PerpDex> dexs = [];
    private readonly List<SpotPair> spotPairs = [];
    private Dictionary<int, Instrument> byAsset = [];
    private Dictionary<string, Instrument> byCoin = [];
    private int listed;

    /// <summary>Opens a universe with the venue's own dex, empty.</summary>
    /// <param name="collateral">What the venue's own perpetuals are margined in; it is token zero.</param>
    public Universe(Token collateral)
    {
        List(collateral);
        Default = new(0, "", "Hyperliquid", collateral);
        dexs.Add(Default);
    }

    /// <summary>The venue's own perp dex.</summary>
    public PerpDex Default { get; }

    /// <summary>Position equals index; the first is the venue's own.</summary>
    public IReadOnlyList<PerpDex> Dexs => dexs;

    /// <summary>The perpetuals of all dexs.</summary>
    public IEnumerable<Perp> Perps => dexs.SelectMany(dex => dex.Perps);

    public IReadOnlyList<SpotPair> SpotPairs => spotPairs;

    /// <summary>Position equals index.</summary>
    public IReadOnlyList<Token> Tokens => tokens;

    public IEnumerable<Instrument> All => Perps.Concat<Instrument>(SpotPairs);

    /// <summary>What is listed when the venue opens.</summary>
    public static Universe For(Chain chain) => Listing.Open(chain);

    public Instrument? Find(int asset) => byAsset.GetValueOrDefault(asset);

    public Instrument? Find(string coin) => byCoin.GetValueOrDefault(coin);

    public Token? FindToken(string name) => tokens.Find(token => token.Name == name);

    /// <summary>The dex of that name; the empty name is the venue's own.</summary>
    public PerpDex? FindDex(string name) => dexs.Find(dex => dex.Name == name);

    // Clients look tokens up by position, and on the venue there are no holes. Ours are filled with tokens nobody trades.
    public void List(Token token)
    {
        while (tokens.Count < token.Index)
            tokens.Add(new(tokens.Count, $"UNTRADED{tokens.Count}", szDecimals: 0, weiDecimals: 5));
        if (tokens.Count == token.Index)
            tokens.Add(token);
        else
            tokens[token.Index] = token;
    }

    /// <summary>Opens a builder's dex.</summary>
    public PerpDex Deploy(string name, string fullName, Token collateral)
    {
        var dex = new PerpDex(dexs.Count, name, fullName, collateral);
        dexs.Add(dex);
        return dex;
    }

    /// <summary>Lists a perpetual last in its dex, or at a position, which moves the ids of all that follow.</summary>
    public void List(Perp perp, int? position = null)
    {
        perp.Serial = listed++;
        perp.Dex.List(perp, position);
        Index();
    }

    /// <summary>Lists a spot pair; if its index is taken, that pair and all above it move up by one.</summary>
    public void List(SpotPair pair)
    {
        if (spotPairs.Exists(other => other.Index == pair.Index))
        {
            foreach (var moved in spotPairs.Where(other => other.Index >= pair.Index))
                moved.Renumber(moved.Index + 1);
        }

        pair.Serial = listed++;
        spotPairs.Add(pair);
        Index();
    }

    /// <summary>Gives a token another name, and with it the canonical pairs that are called by it.</summary>
    public void Rename(Token token, string name)
    {
        token.Rename(name);
        Index();
    }

    private void Index()
    {
        byAsset = All.ToDictionary(instrument => instrument.Asset);
        byCoin = All.ToDictionary(instrument => instrument.Coin, StringComparer.Ordinal);
    }
}
