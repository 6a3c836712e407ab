namespace Gateway.Conformance.Lines;

/// <summary>Nothing happens for so long, which is the point of some conversations: <c>wait 45</c>.</summary>
internal sealed record Wait(int Number, TimeSpan Time) : Line(Number)
{
    public override Task PerformAsync(Stage stage, CancellationToken cancellationToken) =>
        Task.Delay(Time, stage.Time, cancellationToken);
}
