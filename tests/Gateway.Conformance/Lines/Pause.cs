namespace Gateway.Conformance.Lines;

/// <summary>The client stops reading after the next message (<c>A pause</c>), or reads on (<c>A resume</c>).</summary>
internal sealed record Pause(int Number, string Peer, bool On) : Line(Number)
{
    public override async Task PerformAsync(Stage stage, CancellationToken cancellationToken)
    {
        var connection = await stage.FindAsync(Peer, cancellationToken);
        if (On)
            connection.Pause();
        else
            connection.Resume();
    }
}
