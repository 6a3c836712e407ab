using System.Collections.Immutable;

namespace Gateway.Server.Markets;

/// <summary>Which markets are asked for. However it was written, it is answered here.</summary>
internal abstract record Query
{
    /// <summary>How deep queries may be nested; one without another inside is 1 deep.</summary>
    public const int MaxDepth = 32;

    private Query()
    {
    }

    /// <summary>How deep it is nested.</summary>
    public int Depth { get; private init; } = 1;

    /// <summary>The markets that it means.</summary>
    public abstract MarketSet Find(QueryIndex index);

    private static int DepthOver(ImmutableArray<Query> parts) => 1 + parts.Select(part => part.Depth).DefaultIfEmpty(0).Max();

    /// <summary>Every market.</summary>
    internal sealed record All : Query
    {
        public override MarketSet Find(QueryIndex index) => index.None.Not();
    }

    /// <summary>Those whose <paramref name="Attribute"/> is <paramref name="Name"/>, to the letter.</summary>
    internal sealed record Where(MarketAttribute Attribute, string Name) : Query
    {
        public override MarketSet Find(QueryIndex index) => index.Find(Attribute, Name);
    }

    /// <summary>Those whose base product expires within a period; one that never expires is in none.</summary>
    internal sealed record Expires(Period When) : Query
    {
        public override MarketSet Find(QueryIndex index) => index.Expiring(When);
    }

    /// <summary>Those that all of these mean; every market where there is none of these.</summary>
    internal sealed record And : Query
    {
        public And(ImmutableArray<Query> parts) => (Parts, Depth) = (parts, DepthOver(parts));

        public ImmutableArray<Query> Parts { get; }

        public override MarketSet Find(QueryIndex index) => Parts.Aggregate(index.None.Not(), (found, part) => found.And(part.Find(index)));
    }

    /// <summary>Those that any of these means.</summary>
    internal sealed record Or : Query
    {
        public Or(ImmutableArray<Query> parts) => (Parts, Depth) = (parts, DepthOver(parts));

        public ImmutableArray<Query> Parts { get; }

        public override MarketSet Find(QueryIndex index) => Parts.Aggregate(index.None, (found, part) => found.Or(part.Find(index)));
    }

    /// <summary>Those that <see cref="Part"/> does not mean.</summary>
    internal sealed record Not : Query
    {
        public Not(Query part) => (Part, Depth) = (part, part.Depth + 1);

        public Query Part { get; }

        public override MarketSet Find(QueryIndex index) => Part.Find(index).Not();
    }
}
