namespace Gateway.Conformance;

/// <summary>The endpoint under test, and what can be done to its surroundings by other means than the protocol.</summary>
public interface IWorld
{
    /// <summary>Where clients connect now, such as <c>ws://127.0.0.1:8080/ws</c>; may change when something is restarted.</summary>
    Uri Endpoint { get; }

    /// <summary>Whether this world can do what a line starting with an exclamation mark says.</summary>
    /// <param name="directive">The line without the mark, such as <c>restart gateway</c>.</param>
    bool Offers(string directive);

    /// <summary>Does it, and completes when the endpoint can be talked to again.</summary>
    Task PerformAsync(string directive, CancellationToken cancellationToken);
}
