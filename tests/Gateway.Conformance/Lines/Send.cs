using System.Globalization;
using System.Text;

namespace Gateway.Conformance.Lines;

/// <summary>Sends requests: <c>&gt; {json}</c>, many of them, padded to a size, or cut into frames.</summary>
internal sealed record Send(int Number, string Peer, string Json) : Line(Number)
{
    /// <summary>How many times; <c>$n</c> counts them.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The size in bytes that spaces at the end fill.</summary>
    public int Padded { get; init; }

    /// <summary>The most bytes per frame.</summary>
    public int Fragment { get; init; } = int.MaxValue;

    public override async Task PerformAsync(Stage stage, CancellationToken cancellationToken)
    {
        var connection = await stage.FindAsync(Peer, cancellationToken);
        for (var n = 1; n <= Times; n++)
        {
            stage.Variables.Set("n", System.Text.Json.JsonElement.Parse(n.ToString(CultureInfo.InvariantCulture)));
            var json = stage.Variables.Expand(Json, json: true);
            json += new string(' ', Math.Max(0, Padded - Encoding.UTF8.GetByteCount(json)));
            await stage.WithinPatienceAsync(
                async token =>
                {
                    await connection.SendAsync(json, Fragment, token);
                    return true;
                },
                () => new("The endpoint neither reads what is sent nor closes the connection."),
                cancellationToken);
        }
    }
}
