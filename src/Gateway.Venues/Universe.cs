using System.Collections.Immutable;

namespace Gateway.Venues;

/// <summary>One immutable snapshot of everything that a venue trades. A changed venue is a new snapshot.</summary>
/// <param name="Products">Every product, each once.</param>
/// <param name="Markets">Every market, each once, delisted ones included.</param>
public sealed record Universe(ImmutableArray<Product> Products, ImmutableArray<Market> Markets)
{
    /// <summary>Nothing: the venue has not been read yet.</summary>
    public static Universe Empty { get; } = new([], []);
}
