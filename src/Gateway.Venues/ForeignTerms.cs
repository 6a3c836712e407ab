namespace Gateway.Venues;

/// <summary>What is known of an order that nobody of this gateway placed.</summary>
/// <param name="Market">In which market, by the venue's direct route: orders of others tell of no route.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">The worst acceptable price.</param>
/// <param name="Quantity">How much, in the beginning.</param>
/// <param name="ReduceOnly">May only bring a position nearer to zero.</param>
public sealed record ForeignTerms(MarketId Market, Side Side, Price Price, Quantity Quantity, bool ReduceOnly);
