using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Halts;

/// <summary>A venue takes no new orders, by no route.</summary>
public sealed record VenueHalt(VenueId Venue) : Halt("Venue", Venue.Value)
{
    /// <inheritdoc/>
    public override bool Covers(AccountName account, in MarketNames market) => market.Venue == Venue;
}
