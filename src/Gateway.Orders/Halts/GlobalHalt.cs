using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Halts;

/// <summary>Nothing takes new orders.</summary>
public sealed record GlobalHalt() : Halt("Global")
{
    /// <inheritdoc/>
    public override bool Covers(AccountName account, in MarketNames market) => true;
}
