namespace Gateway.Conformance.Lines;

/// <summary>One thing that happens in a conversation.</summary>
/// <param name="Number">Its line in the file, from 1.</param>
internal abstract record Line(int Number)
{
    /// <summary>Makes it happen, or checks that it has.</summary>
    /// <exception cref="ConversationFailedException">The endpoint did something else.</exception>
    public abstract Task PerformAsync(Stage stage, CancellationToken cancellationToken);
}
