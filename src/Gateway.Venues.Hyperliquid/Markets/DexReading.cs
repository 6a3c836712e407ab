using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>One dex of perpetuals as it was read last: the venue's own, or one that a builder has deployed (HIP-3).</summary>
/// <param name="Index">Its place in <c>perpDexs</c>, from which its assets are numbered; 0: the venue's own.</param>
/// <param name="Name">Empty: the venue's own. A builder's name begins the names of all its perpetuals.</param>
/// <param name="Contexts">Its perpetuals and how they stand.</param>
/// <param name="MarksAt">When its marks were asked for.</param>
internal sealed record DexReading(int Index, string Name, PerpetualContexts Contexts, DateTimeOffset MarksAt)
{
    // An asset is numbered 100000 + 10000 for each dex before its own + its position.
    private const int Most = 10_000;
    private const uint FirstOfBuilders = 100_000;

    /// <summary>The number of the first of its assets.</summary>
    public uint FirstAsset => Index == 0 ? 0 : FirstOfBuilders + ((uint)Index * Most);

    /// <summary>Which dex a perpetual belongs to, by the venue's name of it; empty: the venue's own.</summary>
    public static string NameIn(string coin) => coin.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? coin[..colon] : "";

    /// <summary>Why none of its perpetuals can be traded; null: they can. Anything odd here could send an order to another market.</summary>
    public string? ProblemWith(SpotMeta spot)
    {
        if (Contexts.Meta.Universe.Length > Most)
            return $"it lists more than {Most} perpetuals";
        if (Contexts.Meta.Universe.FirstOrDefault(perpetual => NameIn(perpetual.Name) != Name) is { } stranger)
            return $"it lists {stranger.Name}, which does not begin with its name";
        return spot.Tokens.Any(token => token.Index == Contexts.Meta.CollateralToken)
            ? null
            : $"its collateral, token {Contexts.Meta.CollateralToken}, is not in spotMeta";
    }

    /// <summary>The same with newer contexts, if they are those of the perpetuals listed here.</summary>
    public DexReading With(PerpetualContexts newer, DateTimeOffset at) =>
        newer.Meta.Universe.Select(perpetual => perpetual.Name).SequenceEqual(Contexts.Meta.Universe.Select(perpetual => perpetual.Name), StringComparer.Ordinal)
            ? this with { Contexts = newer with { Meta = Contexts.Meta }, MarksAt = at }
            : this;

    /// <summary>The same with what the feed tells, if it is of as many perpetuals as are listed here.</summary>
    public DexReading With(DexContexts told, DateTimeOffset at) => told.Marks.Length == Contexts.Meta.Universe.Length
        ? this with { Contexts = Contexts with { Marks = told.Marks, DayVolumes = told.DayVolumes }, MarksAt = at }
        : this;

    /// <summary>The same with the contexts of another reading where those are newer.</summary>
    public DexReading Newest(DexReading? other) => other is not null && other.MarksAt > MarksAt ? With(other.Contexts, other.MarksAt) : this;
}
