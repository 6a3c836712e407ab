using System.Text.Json;
using Gateway.Server.Tests.Harness;
using Gateway.Server.Tests.Requests.Orderflow;

namespace Gateway.Server.Tests.Requests.Fills;

public sealed class ListFillsTests
{
    [Fact]
    public async Task Lists_oldest_first_with_null_for_fills_that_no_order_of_ours_caused()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await TradeAsync(gateway, client);

        Assert.Equal("""[[null,"DEFAULT:a"],[1,"DEFAULT:b"],[1,"DEFAULT:c"]]""", (await ListAsync(client)).GetRawText());
        Assert.Equal("""[[1,"DEFAULT:b"]]""", (await ListAsync(client, ",\"after\":\"2026-01-02T12:01:00Z\",\"limit\":1")).GetRawText());
        Assert.Equal("[]", (await ListAsync(gateway.Connect("bob"))).GetRawText());
        Assert.Equal(0, (await client.ResponseAsync("ListFills", """ "scope":{"type":"Product","value":"USDC Crypto"},"set":"Firm" """)).GetArrayLength());
        Assert.Equal(3, (await client.ResponseAsync("ListFills", $$$""" "scope":{"type":"TradableProduct","value":"{{{OrderFields.Btc}}}"},"set":"Firm" """)).GetArrayLength());
    }

    [Theory]
    [InlineData(",\"limit\":0", "limit")]
    [InlineData(",\"limit\":10001", "limit")]
    [InlineData(",\"after\":\"yesterday\"", "after")]
    public async Task Says_what_is_out_of_range(string more, string field)
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect().ErrorAsync("ListFills", $$""" "scope":"Global","set":"Firm"{{more}} """);

        Assert.True(error.GetProperty("details").TryGetProperty(field, out _));
    }

    internal static async Task TradeAsync(TestGateway gateway, TestClient client)
    {
        var order = await client.PlaceAsync();
        gateway.Venue.Acknowledge(order);
        gateway.Venue.Fill(order, "b", 0.04m, 50_000, minute: 2);
        gateway.Venue.Fill(order, "c", 0.01m, 49_999, minute: 3);
        gateway.Venue.Fill(null, "a", 1, 50_000, minute: 1);
        while ((await ListAsync(client)).GetArrayLength() < 3)
            await Task.Yield();
    }

    private static Task<JsonElement> ListAsync(TestClient client, string more = "") =>
        client.ResponseAsync("ListFills", $$""" "scope":"Global","set":"Firm"{{more}} """);
}
