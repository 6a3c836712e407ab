using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Orders;

/// <summary>What a trader does all day, through the real server, against the real simulator, over real sockets.</summary>
public sealed class OrderLifeTests
{
    private const int Open = 1, Acked = 4, Filled = 8, Canceled = 32, Out = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task An_order_is_placed_acknowledged_partly_filled_and_canceled_and_every_digit_agrees_with_the_venue()
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(patience.Token);
        await using var client = await world.ConnectAsync(patience.Token);
        var updates = await OrderUpdates.SubscribeAsync(client, patience.Token);
        Assert.Empty(updates.Snapshot);
        // The order takes all that the robot quotes up to its price and rests; the robot comes back until it is sent home.
        await world.TellSimulatorAsync("/sim/price", new { coin = "BTC", px = "100000" }, patience.Token);
        await world.TellSimulatorAsync("/sim/liquidity", new { coin = "BTC", spreadBps = "10", levels = 3, size = "0.2" }, patience.Token);

        var order = await PlaceAsync(client, World.Account, "Buy", "100050", "20", patience.Token);
        await updates.UntilAsync(order, state => (state & (Acked | Filled)) == (Acked | Filled), patience.Token);
        await world.TellSimulatorAsync("/sim/liquidity", null, patience.Token);
        await client.AskAsync("CancelOrder", new { order_id = order }, patience.Token);
        var last = await updates.UntilAsync(order, state => (state & Out) != 0, patience.Token);

        Assert.Equal(Acked | Filled | Canceled | Out, last.Integer("state"));
        var details = (await Agreement.AssertAsync(world, client, World.Account, World.Master, patience.Token))[order];
        Assert.Equal(last.Text("filled_quantity"), details.Text("filled_quantity"));
        Assert.InRange(details.Number("filled_quantity"), 0.00001m, 19.99999m);
    }

    [Fact]
    public async Task Two_accounts_trade_with_each_other_and_each_sees_its_own_side()
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(patience.Token);
        await using var client = await world.ConnectAsync(patience.Token);
        var updates = await OrderUpdates.SubscribeAsync(client, patience.Token);

        var bid = await PlaceAsync(client, World.Account, "Buy", "99990", "0.003", patience.Token);
        await updates.UntilAsync(bid, state => state == (Open | Acked), patience.Token);
        var ask = await PlaceAsync(client, World.Other, "Sell", "99990", "0.001", patience.Token);
        var taken = await updates.UntilAsync(ask, state => (state & Out) != 0, patience.Token);
        var made = await updates.UntilAsync(bid, state => (state & Filled) != 0, patience.Token);

        Assert.Equal(Acked | Filled | Out, taken.Integer("state"));
        Assert.Equal(Open | Acked | Filled, made.Integer("state"));
        Assert.Equal("0.001", made.Text("filled_quantity"));
        Assert.Equal("99990", made.Text("average_price"));
        await Agreement.AssertAsync(world, client, World.Account, World.Master, patience.Token);
        await Agreement.AssertAsync(world, client, World.Other, World.OtherMaster, patience.Token);
    }

    [Fact]
    public async Task A_refusal_of_the_venue_reaches_the_client_in_the_venues_words()
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(patience.Token);
        await using var client = await world.ConnectAsync(patience.Token);
        var updates = await OrderUpdates.SubscribeAsync(client, patience.Token);

        var order = await PlaceAsync(client, World.Account, "Buy", "99990", "0.001", patience.Token, reduceOnly: true);
        var last = await updates.UntilAsync(order, state => (state & Out) != 0, patience.Token);

        Assert.StartsWith("Reduce only order would increase position.", last.Text("reject_reason"));
        var reasons = await client.AskAsync("GetRejectReason", new { order_ids = new[] { order } }, patience.Token);
        Assert.Equal(last.Text("reject_reason"), reasons[0].GetString());
        await Agreement.AssertAsync(world, client, World.Account, World.Master, patience.Token);
    }

    private static async Task<long> PlaceAsync(
        GatewayClient client, string account, string dir, string price, string quantity, CancellationToken cancellationToken,
        bool reduceOnly = false) =>
        (await client.AskAsync(
            "SendLimitOrder",
            new { target = World.Bitcoin, dir, price, quantity, account, reduce_only = reduceOnly },
            cancellationToken)).GetInt64();

    private static CancellationTokenSource Within(TimeSpan patience)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        source.CancelAfter(patience);
        return source;
    }
}
