using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Halts;

/// <summary>Nothing is ordered on an account.</summary>
public sealed record AccountHalt(AccountName Name) : Halt("Account", Name.Value)
{
    /// <inheritdoc/>
    public override bool Covers(AccountName account, in MarketNames market) => account == Name;
}
