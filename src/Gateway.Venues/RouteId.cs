namespace Gateway.Venues;

/// <summary>The name of a way by which orders reach a venue, upper case, such as <c>DIRECT</c>.</summary>
public readonly record struct RouteId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
