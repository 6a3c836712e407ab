using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>
/// Everything that one party's trading in one market counts in: a share per set and scope, in the order of checks.
/// It is made once and kept, so that neither a check nor a fill has to look anything up.
/// </summary>
public sealed class Footprint
{
    internal Footprint(Party party, MarketNames market, ProductMark price, ProductMark quotePrice, ImmutableArray<FootprintMember> members)
    {
        Party = party;
        Market = market;
        Base = price;
        Quote = quotePrice;
        Members = members;
        Shares = [.. members.SelectMany(member => member.Shares)];
    }

    /// <summary>Whose and where alone; in what it counts, and at what price, is known by the book that it comes into.</summary>
    internal Footprint(Party party, MarketNames market)
        : this(party, market, new(market.Base, pin: null), new(market.Quote, pin: null), [])
    {
    }

    /// <summary>Whose trading.</summary>
    public Party Party { get; }

    /// <summary>In which market.</summary>
    public MarketNames Market { get; }

    /// <summary>The price of what is bought and sold there, by which all shares are valued.</summary>
    internal ProductMark Base { get; }

    /// <summary>The price of what it is paid with.</summary>
    internal ProductMark Quote { get; }

    /// <summary>By set: Firm, Desk, Trader, Account.</summary>
    internal ImmutableArray<FootprintMember> Members { get; }

    /// <summary>The shares of all members, in their order.</summary>
    internal ImmutableArray<ProductExposure> Shares { get; }

    internal void AddOpen(Side side, decimal quantity)
    {
        var worth = quantity * Base.Price;
        foreach (var share in Shares)
            share.AddOpen(side, quantity, worth);
    }

    internal void AddFilled(Side side, decimal quantity)
    {
        foreach (var share in Shares)
            share.AddFilled(side, quantity);
    }

    internal void AddRecentlyFilled(decimal quantity)
    {
        var worth = quantity * Base.Price;
        foreach (var share in Shares)
            share.AddRecentlyFilled(quantity, worth);
    }
}
