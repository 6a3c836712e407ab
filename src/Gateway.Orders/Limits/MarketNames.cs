using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>Every name by which trading in one market can be meant.</summary>
/// <param name="Market">The market.</param>
/// <param name="Base">What is bought and sold there; its mark price turns quantities into limit dollars.</param>
/// <param name="Quote">What it is paid with.</param>
/// <param name="Underlying">What the base is a derivative of; product scopes match it too.</param>
/// <param name="Venue">Where it is.</param>
/// <param name="Route">By which way orders get there.</param>
public readonly record struct MarketNames(
    MarketId Market, ProductId Base, ProductId Quote, ProductId? Underlying, VenueId Venue, RouteId Route)
{
    /// <summary>The names of an order's market.</summary>
    public static MarketNames Of(OrderTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new(terms.Market, terms.Base, terms.Quote, terms.Underlying, terms.Venue, terms.Route);
    }

    /// <summary>The names of a market.</summary>
    public static MarketNames Of(Market market)
    {
        ArgumentNullException.ThrowIfNull(market);
        return new(market.Id, market.Base.Id, market.Quote.Id, market.Base.Underlying, market.Venue, market.Route);
    }
}
