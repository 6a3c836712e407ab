using System.Collections.Immutable;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Halts;

/// <summary>What must not take new orders. Each kind is one file; cancels pass every halt.</summary>
public abstract record Halt
{
    private protected Halt(string kind, params ImmutableArray<string> names)
    {
        Kind = kind;
        Names = names;
    }

    /// <summary>The kind, by its name in the client protocol.</summary>
    public string Kind { get; }

    /// <summary>What it names, in the order of the client protocol; empty for everything.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Every kind, and how many things it names.</summary>
    public static ImmutableArray<(string Kind, int Names)> Kinds { get; } =
        [("Global", 0), ("Venue", 1), ("Route", 1), ("VenueRoute", 2), ("TradableProduct", 1), ("Account", 1)];

    /// <summary>The halt of that kind and names; null where there is none.</summary>
    public static Halt? Of(string kind, params ImmutableArray<string> names) => (kind, names) switch
    {
        ("Global", []) => new GlobalHalt(),
        ("Venue", [var venue]) => new VenueHalt(new(venue)),
        ("Route", [var route]) => new RouteHalt(new(route)),
        ("VenueRoute", [var venue, var route]) => new VenueRouteHalt(new(venue), new(route)),
        ("TradableProduct", [var market]) => new TradableProductHalt(new(market)),
        ("Account", [var account]) => new AccountHalt(new(account)),
        _ => null,
    };

    /// <summary>Whether it forbids orders on that account in that market.</summary>
    public abstract bool Covers(AccountName account, in MarketNames market);

    /// <summary>Halts are the same if they are of one kind and name the same.</summary>
    public virtual bool Equals(Halt? other) => other is not null && Kind == other.Kind && Names.AsSpan().SequenceEqual(other.Names.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Names.Length, Names.IsEmpty ? null : Names[^1]);

    /// <summary>Its kind and names, such as <c>Venue HYPERLIQUID</c>.</summary>
    public sealed override string ToString() => Names.IsEmpty ? Kind : $"{Kind} {string.Join(", ", Names)}";
}
