using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Halts;

/// <summary>A route takes no new orders, to no venue.</summary>
public sealed record RouteHalt(RouteId Route) : Halt("Route", Route.Value)
{
    /// <inheritdoc/>
    public override bool Covers(AccountName account, in MarketNames market) => market.Route == Route;
}
