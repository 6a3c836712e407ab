namespace Gateway.Conformance.Lines;

/// <summary>The client says goodbye, after a check that nothing is left unanswered or answered twice: <c>A close</c>.</summary>
internal sealed record Close(int Number, string Peer) : Line(Number)
{
    public override async Task PerformAsync(Stage stage, CancellationToken cancellationToken)
    {
        var connection = await stage.FindAsync(Peer, cancellationToken);
        await stage.AllAccountedForAsync(connection, cancellationToken);
        await stage.WithinPatienceAsync(
            async token =>
            {
                await connection.CloseAsync(token);
                return true;
            },
            () => new("The endpoint did not answer the goodbye."),
            cancellationToken);
    }
}
