using Gateway.Server.Tests.Harness;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Orderflow;

public sealed class SendLimitOrderTests
{
    [Fact]
    public async Task Answers_the_id_and_tells_the_venue_what_was_ordered()
    {
        await using var gateway = await TestGateway.StartAsync();

        var id = await gateway.Connect().ResponseAsync("SendLimitOrder", OrderFields.Limit(
            more: ""","reduce_only":true,"client_order_id":"mine","params":{"type":"Trigger","value":{"trigger_price":"49000","kind":"StopLoss","market":true}}"""));

        var intent = (await PlacedAsync(gateway)).Intent;
        Assert.Equal(1, id.GetInt64());
        Assert.Equal(
            (TestMarkets.Btc, Side.Buy, new Price(50_000), new Quantity(0.1m), TimeInForce.GoodTilCanceled, false, true, "mine"),
            (intent.Market, intent.Side, intent.Price, intent.Quantity, intent.TimeInForce, intent.PostOnly, intent.ReduceOnly, intent.ClientOrderId));
        Assert.Equal(new OrderTrigger(new(49_000), TriggerKind.StopLoss, Market: true), intent.Trigger);
    }

    [Fact]
    public async Task Names_every_offending_field_at_once()
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect().ErrorAsync(
            "SendLimitOrder", """ "target":7,"dir":"Hold","price":"-1","quantity":0,"quote_id":"q","post_only":"yes","params":"Trigger" """);

        Assert.Equal("InvalidRequest", error.GetProperty("code").GetString());
        Assert.Equal(
            ["account", "dir", "params", "post_only", "price", "quantity", "quote_id", "target"],
            error.GetProperty("details").EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal("""["must be greater than 0."]""", error.GetProperty("details").GetProperty("price").GetRawText());
    }

    [Theory]
    [InlineData("nowhere", "DEFAULT", "UnknownTradableProduct")]
    [InlineData(null, "NOBODY", "UnknownAccount")]
    [InlineData(null, "THIRD", "NotPermitted")]
    public async Task Names_what_does_not_exist_or_is_not_permitted(string? target, string account, string code)
    {
        await using var gateway = await TestGateway.StartAsync();
        var fields = OrderFields.Limit(account: account);

        var error = await gateway.Connect().ErrorAsync(
            "SendLimitOrder", target is null ? fields : fields.Replace(OrderFields.Btc, target, StringComparison.Ordinal));

        Assert.Equal(code, error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Needs_the_permission_to_trade()
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect("eve").ErrorAsync("SendLimitOrder", OrderFields.Limit());

        Assert.Equal("NotPermitted", error.GetProperty("code").GetString());
        Assert.Contains("Trade", error.GetProperty("message").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Off_grid_prices_and_quantities_are_refused_with_their_neighbours()
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect().ErrorAsync("SendLimitOrder", OrderFields.Limit(price: 50_000.5m, quantity: "0.100001"));

        Assert.Equal("InvalidRequest", error.GetProperty("code").GetString());
        var details = error.GetProperty("details");
        Assert.Contains("50001", details.GetProperty("price")[0].GetString()!, StringComparison.Ordinal);
        Assert.Contains("0.10001", details.GetProperty("quantity")[0].GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_venue_that_is_away_is_unavailable()
    {
        await using var gateway = await TestGateway.StartAsync(new TestVenue("DEFAULT") { Connects = false });

        Assert.Equal("VenueUnavailable", (await gateway.Connect().ErrorAsync("SendLimitOrder", OrderFields.Limit())).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_used_up_budget_says_when_to_try_again()
    {
        await using var gateway = await TestGateway.StartAsync(new TestVenue("DEFAULT") { BudgetWait = TimeSpan.FromSeconds(2.5) });

        var error = await gateway.Connect().ErrorAsync("SendLimitOrder", OrderFields.Limit());

        Assert.Equal("RateLimited", error.GetProperty("code").GetString());
        Assert.Equal(2500, error.GetProperty("details").GetProperty("retry_after_ms").GetInt64());
    }

    private static async Task<Instruction.Place> PlacedAsync(TestGateway gateway)
    {
        while (true)
        {
            if (await gateway.Venue.Instructions.Reader.ReadAsync() is Instruction.Place place)
                return place;
        }
    }
}
