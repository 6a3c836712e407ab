namespace Gateway.Orders.Limits;

/// <summary>The part of a footprint that counts for one set.</summary>
/// <param name="Whose">The set.</param>
/// <param name="Shares">By scope: Global, Venue, Route, Product, TradableProduct.</param>
internal sealed record FootprintMember(LimitSet Whose, ProductExposure[] Shares);
