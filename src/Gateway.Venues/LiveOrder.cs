namespace Gateway.Venues;

/// <summary>An order, or one leg of it, that is not known to be out, as a venue needs it to look it up.</summary>
/// <param name="Order">Our number of it.</param>
/// <param name="Market">Where it was placed.</param>
/// <param name="ExchangeOrderId">The venue's number of it, once known.</param>
/// <param name="PlacedAt">When the order was journaled.</param>
/// <param name="Leg">Which leg of it.</param>
/// <param name="IsForeign">Whether nobody of this gateway placed it: only the venue's number names it.</param>
public sealed record LiveOrder(
    OrderId Order, MarketId Market, string? ExchangeOrderId, DateTimeOffset PlacedAt, int Leg = 0, bool IsForeign = false);
