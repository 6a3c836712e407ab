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

    /// <summary>Whether both trade the same products at the same venue, by whatever routes.</summary>
    public bool IsSameBookAs(MarketId other) => Book(Value).SequenceEqual(Book(other.Value));

    private static ReadOnlySpan<char> Book(string id) => id.AsSpan(0, Math.Max(0, id.LastIndexOf('/')));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
