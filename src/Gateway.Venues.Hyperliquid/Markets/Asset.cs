namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>A market together with what the venue calls it.</summary>
/// <param name="Id">The venue's number of it in actions.</param>
/// <param name="Coin">The venue's name of it in messages.</param>
/// <param name="Market">The market.</param>
internal sealed record Asset(uint Id, string Coin, Market Market)
{
    /// <summary>The same book by another route.</summary>
    public Asset By(RouteId route) => route == Market.Route ? this : this with
    {
        Market = Market with { Id = MarketId.Of(Market.Base.Id, Market.Quote.Id, Market.Venue, route), Route = route },
    };
}
