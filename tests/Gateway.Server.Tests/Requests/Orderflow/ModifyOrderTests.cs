using System.Text.Json;
using Gateway.Server.Tests.Harness;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Orderflow;

public sealed class ModifyOrderTests
{
    [Fact]
    public async Task Answers_null_shows_what_is_pending_and_then_what_became_of_the_order()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var order = await RestAsync(gateway, client);

        Assert.Equal("null", (await client.ResponseAsync("ModifyOrder", $"\"order_id\":\"{order}\",\"price\":50100,\"quantity\":\"0.2\"")).GetRawText());
        var pending = await DetailsAsync(client, order);
        Assert.Equal(("50000", """{"price":"50100","quantity":"0.2"}"""), (pending.GetProperty("price").GetString(), pending.GetProperty("pending_modify").GetRawText()));
        while (await gateway.Venue.Instructions.Reader.ReadAsync(TestContext.Current.CancellationToken) is not Instruction.Modify)
        {
            // The change is among them.
        }

        gateway.Venue.End(order);
        gateway.Venue.Acknowledge(order, leg: 1);
        while ((await DetailsAsync(client, order)).GetProperty("pending_modify").ValueKind != JsonValueKind.Null)
            await Task.Yield();
        var settled = await DetailsAsync(client, order);
        Assert.Equal(
            ("50100", "0.2", "x1/1", 5),
            (settled.GetProperty("price").GetString(), settled.GetProperty("quantity").GetString(), settled.GetProperty("exchange_order_id").GetString(), settled.GetProperty("state").GetInt32()));
    }

    [Theory]
    [InlineData("", "price,quantity")]
    [InlineData(",\"price\":0,\"quantity\":-1", "price,quantity")]
    [InlineData(",\"price\":\"50000.123456\"", "price")]
    [InlineData(",\"quantity\":\"0.0000001\"", "quantity")]
    public async Task Names_what_is_wrong_with_it(string fields, string wrong)
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var order = await RestAsync(gateway, client);

        var error = await client.ErrorAsync("ModifyOrder", $"\"order_id\":{order}{fields}");

        Assert.Equal("InvalidRequest", error.GetProperty("code").GetString());
        Assert.Equal(wrong, string.Join(',', error.GetProperty("details").EnumerateObject().Select(field => field.Name)));
    }

    [Theory]
    [InlineData("alice", 99)]
    [InlineData("bob", 1)]
    public async Task An_order_that_is_not_there_or_not_visible_is_unknown(string client, long order)
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.Connect().PlaceAsync();

        Assert.Equal("UnknownOrder", (await gateway.Connect(client).ErrorAsync("ModifyOrder", $"\"order_id\":{order},\"price\":50100")).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Who_may_only_look_changes_nothing()
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.Connect().PlaceAsync();

        Assert.Equal("NotPermitted", (await gateway.Connect("eve").ErrorAsync("ModifyOrder", "\"order_id\":1,\"price\":50100")).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_market_that_the_venue_lists_no_more_says_to_cancel()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var order = await RestAsync(gateway, client);
        gateway.Venue.Universe = gateway.Venue.Universe with { Markets = [] };

        var error = await client.ErrorAsync("ModifyOrder", $"\"order_id\":{order},\"price\":50100");

        Assert.Equal("VenueUnavailable", error.GetProperty("code").GetString());
        Assert.Contains("cancel the order instead", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static async Task<long> RestAsync(TestGateway gateway, TestClient client)
    {
        var order = await client.PlaceAsync();
        gateway.Venue.Acknowledge(order);
        await client.ReachAsync(order, 5);
        return order;
    }

    private static async Task<JsonElement> DetailsAsync(TestClient client, long order) =>
        (await client.ResponseAsync("GetOrderDetails", $"\"order_ids\":[{order}]"))[0];
}
