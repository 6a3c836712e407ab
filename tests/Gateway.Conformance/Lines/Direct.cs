namespace Gateway.Conformance.Lines;

/// <summary>Something outside the protocol happens: <c>! restart gateway</c>.</summary>
internal sealed record Direct(int Number, string Directive) : Line(Number)
{
    public override Task PerformAsync(Stage stage, CancellationToken cancellationToken) =>
        stage.World.PerformAsync(stage.Variables.Expand(Directive, json: false), cancellationToken);
}
