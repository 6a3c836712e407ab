namespace Gateway.Conformance;

/// <summary>The endpoint did something else than the line says.</summary>
internal sealed class ConversationFailedException(string problem, string? expected = null, string? received = null) : Exception(problem)
{
    public string? Expected { get; } = expected;

    public string? Received { get; } = received;
}
