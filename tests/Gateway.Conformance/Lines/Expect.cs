using System.Globalization;
using Gateway.Conformance.Patterns;

namespace Gateway.Conformance.Lines;

/// <summary>The next message of its id must be this: <c>&lt; {pattern}</c>.</summary>
internal sealed record Expect(int Number, string Peer, string Pattern) : Line(Number)
{
    /// <summary>Whether members that the pattern does not name are wrong.</summary>
    public bool Exact { get; init; }

    /// <summary>How many times; <c>$n</c> counts them.</summary>
    public int Times { get; init; } = 1;

    public override async Task PerformAsync(Stage stage, CancellationToken cancellationToken)
    {
        var connection = await stage.FindAsync(Peer, cancellationToken);
        for (var n = 1; n <= Times; n++)
        {
            stage.Variables.Set("n", System.Text.Json.JsonElement.Parse(n.ToString(CultureInfo.InvariantCulture)));
            var expected = Expectation.Of(Pattern, Exact, stage);
            var message = await expected.NextAsync(connection, stage, skipped: null, cancellationToken);
            if (expected.Match(message, stage.Variables) is { } mismatch)
                throw new ConversationFailedException(mismatch.ToString(), expected.Text, message.Excerpt());
        }
    }
}
