namespace Gateway.Venues;

/// <summary>An order that is not known to be out, as a venue needs it to look the order up.</summary>
/// <param name="Order">Our number of it.</param>
/// <param name="Market">Where it was placed.</param>
/// <param name="ExchangeOrderId">The venue's number of it, once known.</param>
/// <param name="PlacedAt">When it was journaled.</param>
public sealed record LiveOrder(OrderId Order, MarketId Market, string? ExchangeOrderId, DateTimeOffset PlacedAt);
