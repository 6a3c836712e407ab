namespace Gateway.Venues;

/// <summary>
/// The readable, stable name of a market, which the protocol calls a tradable product:
/// <c>&lt;base&gt;/&lt;quote&gt;*&lt;venue&gt;/&lt;route&gt;</c>. An id never changes its meaning.
/// </summary>
public readonly record struct MarketId(string Value)
{
    /// <summary>The id of the market that trades <paramref name="baseProduct"/> against <paramref name="quote"/>.</summary>
    public static MarketId Of(ProductId baseProduct, ProductId quote, VenueId venue, RouteId route) =>
        new($"{baseProduct.Value}/{quote.Value}*{venue.Value}/{route.Value}");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
