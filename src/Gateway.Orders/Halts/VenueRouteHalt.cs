using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Halts;

/// <summary>One route to one venue takes no new orders.</summary>
public sealed record VenueRouteHalt(VenueId Venue, RouteId Route) : Halt("VenueRoute", Venue.Value, Route.Value)
{
    /// <inheritdoc/>
    public override bool Covers(AccountName account, in MarketNames market) => market.Venue == Venue && market.Route == Route;
}
