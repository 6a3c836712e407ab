using System.Text;
using System.Text.Json;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>The few questions that the gateway asks before it trades, answered for two perpetuals, one spot pair and an empty account.</summary>
internal static class MockInfo
{
    private const string Perpetuals =
        """
        [{"universe":[{"name":"BTC","szDecimals":5,"maxLeverage":40},{"name":"ETH","szDecimals":4,"maxLeverage":25}]},
         [{"markPx":"100000","midPx":"100000","dayNtlVlm":"1"},{"markPx":"4000","midPx":"4000","dayNtlVlm":"1"}]]
        """;

    private const string Spot =
        """
        [{"tokens":[{"name":"USDC","index":0,"szDecimals":8,"weiDecimals":8,"tokenId":"0x6d1e7cde53ba9467b783cb7c530ce054","isCanonical":true},
                    {"name":"PURR","index":1,"szDecimals":0,"weiDecimals":5,"tokenId":"0xc4bf3f870c0e9465323c0b6ed28096c2","isCanonical":true}],
          "universe":[{"name":"PURR/USDC","tokens":[1,0],"index":0,"isCanonical":true}]},
         [{"coin":"PURR/USDC","markPx":"0.2","midPx":"0.2","dayNtlVlm":"1"}]]
        """;

    /// <summary>The answer to a question over HTTP.</summary>
    public static string Answer(ReadOnlySpan<byte> question, MockBook book) => TextOf(question, "type"u8) switch
    {
        "metaAndAssetCtxs" => Perpetuals,
        "spotMetaAndAssetCtxs" => Spot,
        "perpDexs" => "[null]",
        "allPerpMetas" => """[{"universe":[],"collateralToken":0}]""",
        "userRole" => """{"role":"user"}""",
        "clearinghouseState" => $$"""{"time":{{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}}}""",
        "userRateLimit" => """{"cumVlm":"1000000000","nRequestsUsed":0,"nRequestsCap":1000000000,"nRequestsSurplus":0}""",
        "orderStatus" => book.Status(NumberOf(question, "oid"u8), TextOf(question, "oid"u8) is { } cloid ? MockPost.ReadCloid(Encoding.UTF8.GetBytes(cloid)) : null),
        "openOrders" => book.OpenOrders(),
        "userFills" or "userFillsByTime" or "extraAgents" => "[]",
        _ => "{}",
    };

    /// <summary>The answer to a message of the WebSocket that is no post.</summary>
    public static byte[] Reply(ReadOnlySpan<byte> message) => TextOf(message, "method"u8) == "subscribe"
        ? Encoding.UTF8.GetBytes($$"""{"channel":"subscriptionResponse","data":{{Encoding.UTF8.GetString(message)}}}""")
        : """{"channel":"pong"}"""u8.ToArray();

    /// <summary>Whether a message asks to be told what becomes of orders.</summary>
    public static bool SubscribesToOrders(ReadOnlySpan<byte> message) =>
        TextOf(message, "method"u8) == "subscribe" && message.IndexOf("\"orderUpdates\""u8) >= 0;

    private static string? TextOf(ReadOnlySpan<byte> message, ReadOnlySpan<byte> name)
    {
        var json = Find(message, name);
        return json.TokenType == JsonTokenType.String ? json.GetString() : null;
    }

    private static long? NumberOf(ReadOnlySpan<byte> message, ReadOnlySpan<byte> name)
    {
        var json = Find(message, name);
        return json.TokenType == JsonTokenType.Number ? json.GetInt64() : null;
    }

    // Stands at the member's value, or at the end.
    private static Utf8JsonReader Find(ReadOnlySpan<byte> message, ReadOnlySpan<byte> name)
    {
        var json = new Utf8JsonReader(message);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1 && json.ValueTextEquals(name) && json.Read())
                break;
        }

        return json;
    }
}
