using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Limits;

public sealed class GetLimitsTests
{
    [Fact]
    public async Task Says_what_is_set_and_what_is_in_use()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await client.ResponseAsync("SetLimits", """
            "limits":[
                {"type":"MaxOpen","value":["Firm","Global",90000]},
                {"type":"MaxFilled","value":["Firm","Global","unlimited"]},
                {"type":"SetEnforcing","value":["Firm",false]},
                {"type":"MaxOrder","value":["TraderDefault","ProductDefault","70000"]}
            ]
            """);
        await client.ResponseAsync("SendLimitOrder", OrderFields.Limit(quantity: "0.25"));

        var standing = await client.ResponseAsync("GetLimits", """
            "limits":[["Firm","Global"],["TraderDefault","ProductDefault"],["Firm",{"type":"Product","value":"BTC Crypto"}]]
            """);

        Assert.Equal(
            "[{\"limits\":[{\"type\":\"MaxOpen\",\"value\":[{\"type\":\"Firm\"},{\"type\":\"Global\"},\"90000\"]},"
            + "{\"type\":\"MaxFilled\",\"value\":[{\"type\":\"Firm\"},{\"type\":\"Global\"},\"unlimited\"]},"
            + "{\"type\":\"SetEnforcing\",\"value\":[{\"type\":\"Firm\"},false]}],"
            + "\"in_use\":{\"MaxOpen\":\"25000\",\"MaxOpenAndRecentlyFilled\":\"25000\",\"MaxFilled\":\"25000\"}},"
            + "{\"limits\":[{\"type\":\"MaxOrder\",\"value\":[{\"type\":\"TraderDefault\"},{\"type\":\"ProductDefault\"},\"70000\"]}],\"in_use\":null},"
            + "{\"limits\":[{\"type\":\"SetEnforcing\",\"value\":[{\"type\":\"Firm\"},false]}],\"in_use\":{\"MaxOpen\":\"25000\",\"MaxOpenAndRecentlyFilled\":\"25000\",\"MaxFilled\":\"25000\"}}]",
            standing.GetRawText());
    }

    [Fact]
    public async Task What_it_answers_can_be_set_again()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await client.ResponseAsync("SetLimits", """
            "limits":[{"type":"MaxOpen","value":[{"type":"Desk","value":"desk1"},{"type":"Venue","value":"HYPERLIQUID"},"1.5"]}]
            """);
        const string Pair = """ "limits":[[{"type":"Desk","value":"desk1"},{"type":"Venue","value":"HYPERLIQUID"}]] """;
        var before = (await client.ResponseAsync("GetLimits", Pair)).GetRawText();

        await client.ResponseAsync("SetLimits", $"\"limits\":{System.Text.Json.JsonDocument.Parse(before).RootElement[0].GetProperty("limits").GetRawText()}");

        Assert.Equal(before, (await client.ResponseAsync("GetLimits", Pair)).GetRawText());
    }

    [Fact]
    public async Task Without_the_permission_Risk_a_key_sees_the_firm_the_defaults_and_its_own()
    {
        await using var gateway = await TestGateway.StartAsync();

        var standing = await gateway.Connect("bob").ResponseAsync("GetLimits", """
            "limits":[["Firm","Global"],["DeskDefault","Global"],[{"type":"Trader","value":"bob"},"Global"],[{"type":"Account","value":"THIRD"},"Global"],
                [{"type":"Trader","value":"alice"},"Global"],[{"type":"Account","value":"DEFAULT"},"Global"],[{"type":"Desk","value":"desk2"},"Global"]]
            """);

        Assert.Equal(
            [true, true, true, true, false, false, false],
            standing.EnumerateArray().Select(one => one.ValueKind == System.Text.Json.JsonValueKind.Object));
    }
}
