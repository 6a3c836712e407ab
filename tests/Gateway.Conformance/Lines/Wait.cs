using System.Globalization;

namespace Gateway.Conformance.Lines;

/// <summary>Nothing happens for so many seconds, which is the point of some conversations: <c>wait 45</c>.</summary>
internal sealed record Wait(int Number, string Seconds) : Line(Number)
{
    public override Task PerformAsync(Stage stage, CancellationToken cancellationToken)
    {
        var seconds = int.Parse(stage.Variables.Expand(Seconds, json: false), CultureInfo.InvariantCulture);
        return Task.Delay(TimeSpan.FromSeconds(seconds), stage.Time, cancellationToken);
    }
}
