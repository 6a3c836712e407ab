using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Orderflow;

public sealed class CancelOrderTests
{
    [Fact]
    public async Task Answers_null_and_the_order_ends_canceled()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var order = await client.PlaceAsync();
        gateway.Venue.Acknowledge(order);
        await client.ReachAsync(order, 5);

        Assert.Equal("null", (await client.ResponseAsync("CancelOrder", $"\"order_id\":\"{order}\"")).GetRawText());

        await client.ReachAsync(order, 4 + 32 + 64);
        Assert.Equal("InvalidRequest", (await client.ErrorAsync("CancelOrder", $"\"order_id\":{order}")).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("alice", 99)]
    [InlineData("bob", 1)]
    public async Task An_order_that_is_not_there_or_not_visible_is_unknown(string client, long order)
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.Connect().PlaceAsync();

        Assert.Equal("UnknownOrder", (await gateway.Connect(client).ErrorAsync("CancelOrder", $"\"order_id\":{order}")).GetProperty("code").GetString());
    }
}
