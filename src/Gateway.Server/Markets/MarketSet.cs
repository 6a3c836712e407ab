using System.Collections;
using System.Collections.Immutable;

namespace Gateway.Server.Markets;

/// <summary>Some of a snapshot's markets, by their places in the order of ids. Immutable.</summary>
internal readonly struct MarketSet
{
    private readonly BitArray places;

    private MarketSet(BitArray places) => this.places = places;

    /// <summary>None of so many.</summary>
    public static MarketSet None(int count) => new(new BitArray(count));

    /// <summary>Those at these places of so many.</summary>
    public static MarketSet Of(int count, IEnumerable<int> at)
    {
        var chosen = new BitArray(count);
        foreach (var place in at)
            chosen[place] = true;
        return new(chosen);
    }

    /// <summary>Those in both.</summary>
    public MarketSet And(MarketSet other) => new(new BitArray(places).And(other.places));

    /// <summary>Those in either.</summary>
    public MarketSet Or(MarketSet other) => new(new BitArray(places).Or(other.places));

    /// <summary>All others.</summary>
    public MarketSet Not() => new(new BitArray(places).Not());

    /// <summary>What stands at these places, in order.</summary>
    public ImmutableArray<T> Pick<T>(ImmutableArray<T> all)
    {
        var picked = ImmutableArray.CreateBuilder<T>();
        for (var place = 0; place < places.Length; place++)
        {
            if (places[place])
                picked.Add(all[place]);
        }

        return picked.ToImmutable();
    }
}
