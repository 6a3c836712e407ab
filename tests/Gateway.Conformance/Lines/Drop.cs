namespace Gateway.Conformance.Lines;

/// <summary>The client vanishes without a word, as crashed programs and broken networks do: <c>A drop</c>.</summary>
internal sealed record Drop(int Number, string Peer) : Line(Number)
{
    public override Task PerformAsync(Stage stage, CancellationToken cancellationToken) => stage.LeaveAsync(Peer);
}
