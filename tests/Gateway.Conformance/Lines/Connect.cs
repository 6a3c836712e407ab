using System.Globalization;

namespace Gateway.Conformance.Lines;

/// <summary>Opens a connection, or expects to be refused: <c>A connect key=… protocols=… origin=… path=… expect=401 selects=…</c>.</summary>
internal sealed record Connect(int Number, string Peer, string Arguments) : Line(Number)
{
    private static readonly string[] Known = ["key", "authorization", "protocols", "origin", "path", "expect", "selects"];

    public override async Task PerformAsync(Stage stage, CancellationToken cancellationToken)
    {
        var arguments = Read(stage.Variables.Expand(Arguments, json: false));
        var address = new Uri(stage.World.Endpoint, arguments.GetValueOrDefault("path", stage.World.Endpoint.PathAndQuery));
        var (connection, status) = await stage.WithinPatienceAsync(
            token => Connection.OpenAsync(address, Headers(arguments, stage), Protocols(arguments), token),
            () => new("The connection was neither opened nor refused in time."),
            cancellationToken);

        var expected = arguments.GetValueOrDefault("expect", "101");
        var received = ((int)status).ToString(CultureInfo.InvariantCulture);
        if (connection is not null)
            await stage.EnterAsync(Peer, connection);
        if (expected != received)
            throw new ConversationFailedException("The upgrade was answered otherwise.", $"HTTP {expected}", $"HTTP {received}");
        if (arguments.TryGetValue("selects", out var selects) && selects != (connection?.SubProtocol ?? "none"))
            throw new ConversationFailedException("Another sub-protocol was selected.", selects, connection?.SubProtocol ?? "none");
    }

    private static Dictionary<string, string> Read(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Split('=', 2) is [var name, var value] && Known.Contains(name, StringComparer.Ordinal)
                ? KeyValuePair.Create(name, value)
                : throw new FormatException($"'{word}' is none of: {string.Join("=…, ", Known)}=…"))
            .ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> Headers(Dictionary<string, string> arguments, Stage stage)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        var key = arguments.GetValueOrDefault("key", arguments.ContainsKey("protocols") ? "none" : stage.Variables.Expand("$key", json: false));
        if (arguments.TryGetValue("authorization", out var authorization))
            headers["Authorization"] = authorization.Replace('+', ' ');
        else if (key != "none")
            headers["Authorization"] = $"Bearer {key}";
        if (arguments.TryGetValue("origin", out var origin))
            headers["Origin"] = origin == "same" ? SameOrigin(stage.World.Endpoint) : origin;
        return headers;
    }

    private static string SameOrigin(Uri endpoint) =>
        $"{(endpoint.Scheme == "wss" ? "https" : "http")}://{endpoint.Authority}";

    private static string[] Protocols(Dictionary<string, string> arguments) =>
        arguments.TryGetValue("protocols", out var protocols) ? protocols.Split(',') : [];
}
