using System.Collections.Immutable;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>Everything that the venue lists and how it stands, as read last. Its parts may be of different age.</summary>
/// <param name="Dexes">The dexes of perpetuals, the venue's own first.</param>
/// <param name="Spot">The spot pairs.</param>
/// <param name="SpotAt">When their marks were asked for.</param>
internal sealed record MarketReading(ImmutableArray<DexReading> Dexes, SpotContexts Spot, DateTimeOffset SpotAt)
{
    /// <summary>What this reading says of a dex; null where it does not know it.</summary>
    public DexReading? Find(string dex) => Dexes.FirstOrDefault(one => one.Name == dex);

    /// <summary>The same with newer contexts of a dex.</summary>
    public MarketReading With(string dex, PerpetualContexts contexts, DateTimeOffset at) =>
        this with { Dexes = [.. Dexes.Select(one => one.Name == dex ? one.With(contexts, at) : one)] };

    /// <summary>The same with what the feed tells of all dexes.</summary>
    public MarketReading With(ImmutableArray<DexContexts> told, DateTimeOffset at) => this with
    {
        Dexes = [.. Dexes.Select(one => told.FirstOrDefault(dex => dex.Dex == one.Name) is { } contexts ? one.With(contexts, at) : one)],
    };

    /// <summary>The same with the marks of another reading where those are newer.</summary>
    public MarketReading Newest(MarketReading? other) =>
        other is null ? this : this with { Dexes = [.. Dexes.Select(one => one.Newest(other.Find(one.Name)))] };
}
