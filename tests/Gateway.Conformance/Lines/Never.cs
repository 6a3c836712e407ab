using Gateway.Conformance.Patterns;

namespace Gateway.Conformance.Lines;

/// <summary>Nothing that has come, or was on its way, may be this: <c>never&lt; {pattern}</c>.</summary>
internal sealed record Never(int Number, string Peer, string Pattern) : Line(Number)
{
    public override async Task PerformAsync(Stage stage, CancellationToken cancellationToken)
    {
        var connection = await stage.FindAsync(Peer, cancellationToken);
        var unwanted = Expectation.Of(Pattern, exact: false, stage);
        await stage.FenceAsync(connection, cancellationToken);
        foreach (var message in connection.Unread(streams: true))
        {
            if (unwanted.Match(message, stage.Variables) is null)
                throw new ConversationFailedException("This must not come.", $"never {unwanted.Text}", message.Excerpt());
        }
    }
}
