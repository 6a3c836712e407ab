using System.Globalization;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Halts;

public sealed class HaltTests
{
    [Theory]
    [InlineData("\"Global\"", "Global")]
    [InlineData("""{"type":"Venue","value":"HYPERLIQUID"}""", "Venue HYPERLIQUID")]
    [InlineData("""{"type":"Route","value":"DIRECT"}""", "Route DIRECT")]
    [InlineData("""{"type":"VenueRoute","value":["HYPERLIQUID","DIRECT"]}""", "VenueRoute HYPERLIQUID, DIRECT")]
    [InlineData("""{"type":"TradableProduct","value":"BTC-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT"}""", "TradableProduct BTC-USD")]
    [InlineData("""{"type":"Account","value":"DEFAULT"}""", "Account DEFAULT")]
    public async Task Refuses_new_orders_and_lets_cancels_pass(string halt, string words)
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var open = (await client.ResponseAsync("SendLimitOrder", OrderFields.Limit())).GetInt64();

        await client.ResponseAsync("Halt", $"\"halt\":{halt}");

        var refused = (await client.ResponseAsync("SendLimitOrder", OrderFields.Limit())).GetInt64();
        var reason = (await client.ResponseAsync("GetRejectReason", $"\"order_ids\":[{refused}]"))[0].GetString();
        Assert.StartsWith($"Trading is halted: {words}", reason, StringComparison.Ordinal);
        Assert.Contains("(by alice since ", reason, StringComparison.Ordinal);
        await client.ResponseAsync("CancelOrder", $"\"order_id\":{open}");

        await client.ResponseAsync("Resume", $"\"resume\":{halt}");
        var passes = (await client.ResponseAsync("SendLimitOrder", OrderFields.Limit())).GetInt64();
        Assert.Equal(1, (await client.ResponseAsync("GetOrderState", $"\"order_ids\":[{passes}]"))[0].GetInt32());
    }

    [Fact]
    public async Task Cancels_what_it_covers_when_asked_to()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var orders = new List<string>();
        for (var order = 0; order < 50; order++)
            orders.Add((await client.ResponseAsync("SendLimitOrder", OrderFields.Limit(quantity: "0.001"))).GetInt64().ToString(CultureInfo.InvariantCulture));

        await client.ResponseAsync("Halt", """ "halt":"Global","cancel_open":true """);

        // The test's venue confirms each cancel by itself.
        while ((await client.ResponseAsync("ListOpen", """ "scope":"Global","set":"Firm" """)).GetArrayLength() > 0)
            await Task.Yield();
        var states = await client.ResponseAsync("GetOrderState", $"\"order_ids\":[{string.Join(',', orders)}]");
        Assert.All(states.EnumerateArray(), state => Assert.Equal(4 + 32 + 64, state.GetInt32()));
    }

    [Theory]
    [InlineData("""{"type":"Venue","value":"NONE"}""", "UnknownVenue")]
    [InlineData("""{"type":"VenueRoute","value":["HYPERLIQUID","NONE"]}""", "UnknownRoute")]
    [InlineData("""{"type":"TradableProduct","value":"NONE"}""", "UnknownTradableProduct")]
    [InlineData("""{"type":"Account","value":"NONE"}""", "UnknownAccount")]
    [InlineData("""{"type":"VenueRoute","value":["HYPERLIQUID"]}""", "InvalidRequest")]
    [InlineData("""{"type":"VenueRoute","value":["HYPERLIQUID",1]}""", "InvalidRequest")]
    [InlineData("""{"type":"Venue","value":["HYPERLIQUID"]}""", "InvalidRequest")]
    [InlineData("\"Venue\"", "InvalidRequest")]
    public async Task A_halt_of_what_does_not_exist_is_refused(string halt, string code)
    {
        await using var gateway = await TestGateway.StartAsync();

        Assert.Equal(code, (await gateway.Connect().ErrorAsync("Halt", $"\"halt\":{halt}")).GetProperty("code").GetString());
    }

    [Fact]
    public async Task It_needs_the_permission()
    {
        await using var gateway = await TestGateway.StartAsync();

        Assert.Equal("NotPermitted", (await gateway.Connect("bob").ErrorAsync("Halt", """ "halt":"Global" """)).GetProperty("code").GetString());
    }
}
