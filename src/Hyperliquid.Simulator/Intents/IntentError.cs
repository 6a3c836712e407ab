using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Intents;

/// <summary>The aggregator's own errors; what the venue refuses comes inside a success.</summary>
internal static class IntentError
{
    public static HttpReply InvalidKey { get; } = Of(401, "Invalid API key", 1001);

    public static HttpReply UnknownWallet { get; } = Of(403, "Agent wallet is not managed for this API key", 1003);

    public static HttpReply Malformed(string detail) => Of(400, "Invalid request", 1002, new() { ["reason"] = detail });

    private static HttpReply Of(int status, string error, int code, JsonObject? details = null) => new(
        status, Json.Write(new JsonObject { ["error"] = error, ["code"] = code, ["details"] = details ?? [] }));
}
