using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Wire;

/// <summary>An answer over HTTP; over a WebSocket post its failures become one line of text.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Response body.</param>
internal sealed record HttpReply(int Status, string Body)
{
    public static HttpReply Unprocessable { get; } = new(422, "Failed to deserialize the JSON body into the target type");

    public static HttpReply Unsupported { get; } = new(500, "null");

    public static HttpReply TooManyRequests { get; } = new(429, "null");

    public static HttpReply BadGateway { get; } = new(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");

    /// <summary>JSON with status 200, as for every business answer.</summary>
    public static HttpReply Ok(JsonNode? answer) => new(200, Json.Write(answer));

    /// <summary>The text inside a post reply of type <c>error</c>.</summary>
    public string ToText() => Status switch
    {
        422 => $"422 Unprocessable Entity: {Body}",
        429 => "429 Too Many Requests",
        502 => "502 Bad Gateway",
        _ => "500 Internal Server Error",
    };
}
