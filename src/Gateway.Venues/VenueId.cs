namespace Gateway.Venues;

/// <summary>The name of a place to trade, upper case, such as <c>HYPERLIQUID</c>.</summary>
public readonly record struct VenueId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
