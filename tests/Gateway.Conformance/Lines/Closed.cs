using System.Globalization;

namespace Gateway.Conformance.Lines;

/// <summary>The endpoint must have closed the connection with this code: <c>A closed 1009</c>.</summary>
internal sealed record Closed(int Number, string Peer, int Code) : Line(Number)
{
    public override async Task PerformAsync(Stage stage, CancellationToken cancellationToken)
    {
        var connection = await stage.FindAsync(Peer, cancellationToken);
        await stage.WithinPatienceAsync(
            async token =>
            {
                await connection.EndedAsync(token);
                return true;
            },
            () => new("The endpoint has not closed the connection.", Code.ToString(CultureInfo.InvariantCulture), "still open"),
            cancellationToken);
        if (connection.CloseCode != Code)
            throw new ConversationFailedException("The connection ended otherwise.", $"closed with {Code}", connection.Ending);
    }
}
