namespace Gateway.Venues;

/// <summary>What one unit of a product is worth in US dollars.</summary>
/// <param name="Price">The venue's mark price, or the mid of its book where it has no mark.</param>
/// <param name="Time">When the gateway learned it, by the gateway's clock.</param>
public sealed record Mark(Price Price, DateTimeOffset Time);
