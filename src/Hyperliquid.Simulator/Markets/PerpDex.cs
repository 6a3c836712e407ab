using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Markets;

/// <summary>
/// An exchange of perpetuals with a collateral of its own, in which every account has cash and positions of its own: the
/// venue's, or one that a builder deployed (HIP-3).
/// </summary>
/// <param name="index">Position in <c>perpDexs</c>; zero is the venue's own.</param>
/// <param name="name">Prefix of its coins; empty for the venue's own.</param>
/// <param name="fullName">What it calls itself.</param>
/// <param name="collateral">In what its positions are margined and its fees are paid.</param>
internal sealed class PerpDex(int index, string name, string fullName, Token collateral)
{
    private const int FirstBuilderAsset = 100_000;
    private const int AssetsPerDex = 10_000;
    private const decimal BuilderFeeScale = 2;
    private const decimal GrowthFeeScale = 0.1m;

    private readonly List<Perp> perps = [];

    public int Index { get; } = index;

    public string Name { get; } = name;

    public string FullName { get; } = fullName;

    public Token Collateral { get; } = collateral;

    /// <summary>Whether it is the venue's own.</summary>
    public bool IsDefault => Index == 0;

    /// <summary>The id of its first perpetual: 0, 110000, 120000, …</summary>
    public int FirstAsset => IsDefault ? 0 : FirstBuilderAsset + (Index * AssetsPerDex);

    /// <summary>Who deployed it: recognisable, and nobody has its key.</summary>
    public Address Deployer => Address.Parse($"0x0dec{Index:x36}");

    /// <summary>A perpetual's position is its id within the dex; delisted ones keep theirs.</summary>
    public IReadOnlyList<Perp> Perps => perps;

    /// <summary>What a perpetual is called in info, feeds and fills: <c>BTC</c>, or <c>xyz:SILVER</c>.</summary>
    public string CoinOf(string perp) => IsDefault ? perp : $"{Name}:{perp}";

    /// <summary>By what the venue's fees are multiplied: builders' perpetuals cost twice as much, and a tenth of that in growth mode.</summary>
    public decimal FeeScaleOf(Perp perp) => IsDefault ? 1 : BuilderFeeScale * (perp.IsGrowing ? GrowthFeeScale : 1);

    /// <summary>Lists a perpetual last, or at a position, which moves all that follow.</summary>
    public void List(Perp perp, int? position = null)
    {
        perps.Insert(position ?? perps.Count, perp);
        for (var place = 0; place < perps.Count; place++)
            perps[place].Renumber(FirstAsset + place);
    }
}
