using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Orders;

/// <summary>Perpetuals of builders' dexes, through the real server, against the real simulator, over real sockets.</summary>
public sealed class BuilderDexTests
{
    private const int Open = 1, Acked = 4, Filled = 8, Canceled = 32, Out = 64;

    private static readonly object Money = new { xyz = "100000", km = "100000" };

    [Theory]
    [InlineData("xyz", "xyz:SILVER-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT", "50", "2")]
    [InlineData("km", "km:US500-USD HYPERLIQUID Perpetual/USDH Crypto*HYPERLIQUID/DIRECT", "6800", "0.1")]
    public async Task An_order_lives_as_on_the_venues_own_dex_and_the_fence_finds_what_became_of_it(string dex, string market, string price, string quantity)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        await using var world = await World.StartAsync(
            robots: false, [new { address = World.Master, dexs = Money }, new { address = World.OtherMaster, dexs = Money }], patience.Token);
        var client = await world.ConnectAsync(patience.Token);
        var updates = await OrderUpdates.SubscribeAsync(client, patience.Token);

        var bid = await PlaceAsync(client, World.Account, market, "Buy", price, quantity, patience.Token);
        await updates.UntilAsync(bid, state => state == (Open | Acked), patience.Token);
        var ask = await PlaceAsync(client, World.Other, market, "Sell", price, quantity, patience.Token);
        Assert.Equal(Acked | Filled | Out, (await updates.UntilAsync(ask, state => (state & Out) != 0, patience.Token)).Integer("state"));
        Assert.Equal(Acked | Filled | Out, (await updates.UntilAsync(bid, state => (state & Out) != 0, patience.Token)).Integer("state"));

        var canceled = await PlaceAsync(client, World.Account, market, "Buy", price, quantity, patience.Token);
        await updates.UntilAsync(canceled, state => state == (Open | Acked), patience.Token);
        await client.AskAsync("CancelOrder", new { order_id = canceled }, patience.Token);
        Assert.Equal(Acked | Canceled | Out, (await updates.UntilAsync(canceled, state => (state & Out) != 0, patience.Token)).Integer("state"));

        var summary = await client.AskAsync("GetAccountSummary", new { account = World.Account }, patience.Token);
        var position = Assert.Single(summary.GetProperty("positions").EnumerateArray());
        Assert.Equal((market, quantity), (position.Text("market"), position.Text("quantity")));
        Assert.Contains(summary.GetProperty("pools").EnumerateArray(), pool => pool.Text("dex") == dex && pool.Number("equity") > 99_000);

        // One order is filled and one stays open while the gateway is away.
        var missed = await PlaceAsync(client, World.Account, market, "Buy", price, quantity, patience.Token);
        await updates.UntilAsync(missed, state => state == (Open | Acked), patience.Token);
        var kept = await PlaceAsync(client, World.Account, market, "Buy", price, quantity, patience.Token);
        await updates.UntilAsync(kept, state => state == (Open | Acked), patience.Token);
        await client.DisposeAsync();
        await using (var participant = await Participant.JoinAsync(world.Simulator.BaseUrl, World.OtherMaster, World.OtherAgentKey, patience.Token))
        {
            await world.Gateway.KillAsync();
            await participant.SellAsync(market, quantity, price, patience.Token);
        }

        await world.StartAgainAsync(patience.Token);
        await using var again = await world.ConnectAsync(patience.Token);
        Assert.Equal(kept, Assert.Single((await OrderUpdates.SubscribeAsync(again, patience.Token)).Snapshot).Integer("order_id"));
        var orders = await Agreement.AssertAsync(world, again, World.Account, World.Master, patience.Token);
        Assert.Equal(quantity, orders[missed].Text("filled_quantity"));
    }

    private static async Task<long> PlaceAsync(
        GatewayClient client, string account, string target, string dir, string price, string quantity, CancellationToken cancellationToken) =>
        (await client.AskAsync("SendLimitOrder", new { target, dir, price, quantity, account }, cancellationToken)).GetInt64();
}
