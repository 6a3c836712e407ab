using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>
/// Everything that one party's trading in one market counts in: a share per set and scope, in the order of checks.
/// It is made once and kept, so that neither a check nor a fill has to look anything up.
/// </summary>
public sealed class Footprint
{
    internal Footprint(Party party, MarketNames market, ImmutableArray<FootprintMember> members)
    {
        Party = party;
        Market = market;
        Members = members;
        Shares = [.. members.SelectMany(member => member.Shares)];
    }

    /// <summary>Whose trading.</summary>
    public Party Party { get; }

    /// <summary>In which market.</summary>
    public MarketNames Market { get; }

    /// <summary>By set: Firm, Desk, Trader, Account.</summary>
    internal ImmutableArray<FootprintMember> Members { get; }

    /// <summary>The shares of all members, in their order.</summary>
    internal ImmutableArray<ProductExposure> Shares { get; }

    internal void AddOpen(Side side, decimal quantity)
    {
        foreach (var share in Shares)
            share.AddOpen(side, quantity);
    }

    internal void AddFilled(Side side, decimal quantity)
    {
        foreach (var share in Shares)
            share.AddFilled(side, quantity);
    }

    internal void AddRecentlyFilled(decimal quantity)
    {
        foreach (var share in Shares)
            share.AddRecentlyFilled(quantity);
    }
}
