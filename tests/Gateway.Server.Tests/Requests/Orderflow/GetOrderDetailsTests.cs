using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Orderflow;

public sealed class GetOrderDetailsTests
{
    [Fact]
    public async Task Tells_all_of_an_order()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var order = await client.PlaceAsync(more: ""","client_order_id":"mine" """);
        gateway.Venue.Acknowledge(order);
        gateway.Venue.Fill(order, "f1", 0.04m, 49_990.5m);
        await client.ReachAsync(order, 1 + 4 + 8);

        var details = (await client.ResponseAsync("GetOrderDetails", "\"order_ids\":[1,9]"))[0];

        Assert.Equal(
            ["id", "account", "trader", "dir", "price", "quantity", "target", "quote_id", "params", "time_in_force", "post_only", "reduce_only", "client_order_id", "timestamp", "state", "filled_quantity", "average_price", "exchange_order_id", "agg_order_id", "intent_hash", "reject_reason", "pending_modify", "times"],
            details.EnumerateObject().Select(field => field.Name));
        Assert.Equal("0.04", details.GetProperty("filled_quantity").GetString());
        Assert.Equal("49990.5", details.GetProperty("average_price").GetString());
        Assert.Equal("x1", details.GetProperty("exchange_order_id").GetString());
        Assert.Equal("mine", details.GetProperty("client_order_id").GetString());
        Assert.Equal("2026-01-02T12:00:00.000000Z", details.GetProperty("times").GetProperty("sent").GetString());
        Assert.Equal(["received", "journaled", "sent", "acknowledged", "out"], details.GetProperty("times").EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Tells_what_the_carrier_of_an_order_calls_it()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var order = await client.PlaceAsync();
        gateway.Venue.Report(new Venues.VenueEvent.IntentConfirmed(gateway.Venue.Accounts[0], new(order), "agg-1", "0xhash", DateTimeOffset.UnixEpoch));
        gateway.Venue.Acknowledge(order);
        await client.ReachAsync(order, 1 + 4);

        var details = (await client.ResponseAsync("GetOrderDetails", $"\"order_ids\":[{order}]"))[0];

        Assert.Equal("agg-1", details.GetProperty("agg_order_id").GetString());
        Assert.Equal("0xhash", details.GetProperty("intent_hash").GetString());
    }
}
