namespace Gateway.Venues.Hyperliquid;

/// <summary>The names under which the rest of the gateway knows this venue.</summary>
public static class HyperliquidNames
{
    /// <summary>The venue.</summary>
    public static VenueId Venue { get; } = new("HYPERLIQUID");

    /// <summary>Orders that the gateway signs and sends itself.</summary>
    public static RouteId Direct { get; } = new("DIRECT");

    /// <summary>Orders that an aggregator signs and sends with an agent wallet that it keeps.</summary>
    public static RouteId HyperEth { get; } = new("HYPERETH");
}
