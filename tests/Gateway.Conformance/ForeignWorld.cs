namespace Gateway.Conformance;

/// <summary>An endpoint that can only be talked to.</summary>
public sealed class ForeignWorld(Uri endpoint) : IWorld
{
    /// <inheritdoc/>
    public Uri Endpoint { get; } = endpoint;

    /// <inheritdoc/>
    public bool Offers(string directive) => false;

    /// <inheritdoc/>
    public Task PerformAsync(string directive, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing can be done to a foreign endpoint.");
}
