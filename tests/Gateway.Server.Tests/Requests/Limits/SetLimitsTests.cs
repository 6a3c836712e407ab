using System.Text.Json;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Limits;

public sealed class SetLimitsTests
{
    private const string T = """{"type":"Trader","value":"alice"}""";

    [Fact]
    public async Task A_limit_is_in_force_from_the_next_order_on()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();

        var done = await client.ResponseAsync("SetLimits", $$"""
            "limits":[{"type":"MaxOpen","value":[{{T}},"Global","10005"]}]
            """);

        Assert.Equal(JsonValueKind.Null, done.ValueKind);
        var orders = new List<long>();
        foreach (var quantity in (string[])["0.1", "0.0001"])
            orders.Add((await client.ResponseAsync("SendLimitOrder", OrderFields.Limit(quantity: quantity, price: 100_000))).GetInt64());
        var reasons = await client.ResponseAsync("GetRejectReason", $"\"order_ids\":[{string.Join(',', orders)}]");
        Assert.Equal(
            """[null,"MaxOpen, Trader alice, Global: amount 10005, current 10000, candidate 10, together 10010."]""", reasons.GetRawText());
        Assert.Equal("[1,66]", (await client.ResponseAsync("GetOrderState", $"\"order_ids\":[{string.Join(',', orders)}]")).GetRawText());
    }

    [Theory]
    [InlineData("""{"type":"MaxOpen","value":["Firm","Global","-1"]}""", "has an amount that must be a decimal of 0 or more")]
    [InlineData("""{"type":"MaxOpen","value":["Firm","Global","plenty"]}""", "has an amount that must be a decimal of 0 or more")]
    [InlineData("""{"type":"MaxOpen","value":["Firm","1"]}""", "must be [set, scope, amount].")]
    [InlineData("""{"type":"MaxOpen","value":["Nobody","Global","1"]}""", "names a set that must be {\"type\": …, \"value\": …} with one of the types Firm, Desk")]
    [InlineData("""{"type":"MaxOpen","value":["Firm","Nowhere","1"]}""", "names a scope that must be")]
    [InlineData("""{"type":"MaxOpen"}""", "must have a value")]
    [InlineData("""{"type":"MaxLuck","value":null}""", "with one of the types MaxOrder, MaxOpen, MaxOpenAndRecentlyFilled, MaxFilled, SetEnforcing")]
    [InlineData("""{"type":"SetEnforcing","value":["Firm","no"]}""", "must be [set, true or false].")]
    [InlineData("""{"type":"MaxPriceDeviation","value":0}""", "must be a positive fraction")]
    [InlineData("""{"type":"FillRecencyThreshold","value":-1}""", "must be a number of seconds, 0 … 2678400, or null for the default 300.")]
    [InlineData("""{"type":"FillRecencyThreshold","value":172800}""", "must not exceed FillRetireThreshold (86400 s)")]
    [InlineData("""{"type":"MaxOpen","value":[{"type":"Trader","value":"nobody"},"Global","1"]}""", "names trader nobody, which no configured client has; there are alice, bob,")]
    public async Task One_bad_element_changes_nothing(string bad, string sentence)
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();

        var error = await client.ErrorAsync("SetLimits", $$"""
            "limits":[{"type":"MaxOpen","value":["Firm","Global","1"]},{{bad}},{"type":"MaxPriceDeviation","value":"0.1"}]
            """);

        Assert.Equal("InvalidRequest", error.GetProperty("code").GetString());
        Assert.Contains(sentence, error.GetProperty("details").GetProperty("limits")[0].GetString(), StringComparison.Ordinal);
        var standing = await client.ResponseAsync("GetLimits", """ "limits":[["Firm","Global"]] """);
        Assert.Equal(0, standing[0].GetProperty("limits").GetArrayLength());
        var deviation = await client.ResponseAsync("GetGlobalLimits", """ "limits":["MaxPriceDeviation"] """);
        Assert.Equal("0.5", deviation[0].GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("""{"type":"Account","value":"NONE"}""", "\"Global\"", "UnknownAccount")]
    [InlineData("\"Firm\"", """{"type":"Venue","value":"NONE"}""", "UnknownVenue")]
    [InlineData("\"Firm\"", """{"type":"Route","value":"NONE"}""", "UnknownRoute")]
    [InlineData("\"Firm\"", """{"type":"Product","value":"NONE"}""", "UnknownProduct")]
    [InlineData("\"Firm\"", """{"type":"TradableProduct","value":"NONE"}""", "UnknownTradableProduct")]
    public async Task A_limit_on_what_does_not_exist_is_refused(string set, string scope, string code)
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect().ErrorAsync("SetLimits", $$""" "limits":[{"type":"MaxOpen","value":[{{set}},{{scope}},"1"]}] """);

        Assert.Equal(code, error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task It_needs_the_permission()
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect("bob").ErrorAsync("SetLimits", """ "limits":[] """);

        Assert.Equal("NotPermitted", error.GetProperty("code").GetString());
    }
}
