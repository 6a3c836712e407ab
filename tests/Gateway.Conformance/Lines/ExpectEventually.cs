using System.Text.Json;
using Gateway.Conformance.Patterns;

namespace Gateway.Conformance.Lines;

/// <summary>Among the next messages of its id must be this; the others are skipped: <c>&lt;~ {pattern}</c>.</summary>
internal sealed record ExpectEventually(int Number, string Peer, string Pattern) : Line(Number)
{
    public override async Task PerformAsync(Stage stage, CancellationToken cancellationToken)
    {
        var connection = await stage.FindAsync(Peer, cancellationToken);
        var expected = Expectation.Of(Pattern, exact: false, stage);
        JsonElement? skipped = null;
        while (true)
        {
            var message = await expected.NextAsync(connection, stage, skipped, cancellationToken);
            if (expected.Match(message, stage.Variables) is null)
                return;
            if (message.TryGetProperty("error", out _))
                throw new ConversationFailedException("An error came instead.", expected.Text, message.Excerpt());
            skipped = message;
        }
    }
}
