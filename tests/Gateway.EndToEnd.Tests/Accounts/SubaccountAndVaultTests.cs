using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Accounts;

/// <summary>Subaccounts and vaults, for which the agent of their master or leader signs, over real sockets.</summary>
public sealed class SubaccountAndVaultTests
{
    private const int Open = 1, Acked = 4, Filled = 8, Canceled = 32, Out = 64;

    [Theory]
    [InlineData(Trading.First)]
    [InlineData(Trading.Vault)]
    public async Task It_is_traded_for_and_asked_about_and_its_master_is_left_alone(string account)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        await using var world = await Trading.StartAsync(patience.Token);
        var address = Trading.Addresses[account];
        var client = await world.ConnectAsync(patience.Token);
        var updates = await OrderUpdates.SubscribeAsync(client, patience.Token);

        var bid = await Trading.PlaceAsync(client, account, "Buy", 99_000, 0.004m, patience.Token);
        await updates.UntilAsync(bid, state => state == (Open | Acked), patience.Token);
        var resting = await Trading.PlaceAsync(client, account, "Buy", 98_000, 0.002m, patience.Token);
        await updates.UntilAsync(resting, state => state == (Open | Acked), patience.Token);
        await Trading.PlaceAsync(client, World.Other, "Sell", 99_000, 0.004m, patience.Token);
        var filled = await updates.UntilAsync(bid, state => (state & Out) != 0, patience.Token);
        Assert.Equal((Acked | Filled | Out, "0.004"), ((int)filled.Integer("state"), filled.Text("filled_quantity")));

        var position = Assert.Single((await Trading.SummaryAsync(client, account, patience.Token)).GetProperty("positions").EnumerateArray());
        Assert.Equal((World.Bitcoin, 0.004m), (position.Text("market"), position.Number("quantity")));
        Assert.Empty((await Trading.SummaryAsync(client, World.Account, patience.Token)).GetProperty("positions").EnumerateArray());

        // The gap fence: what happens while the gateway is away is found when it comes back.
        await client.DisposeAsync();
        await world.KillAndRestartAsync(patience.Token);
        await using var again = await world.ConnectAsync(patience.Token);
        var after = await OrderUpdates.SubscribeAsync(again, patience.Token);
        Assert.Contains(after.Snapshot, order => order.Integer("order_id") == resting && order.Integer("state") == (Open | Acked));
        await again.AskAsync("CancelOrder", new { order_id = resting }, patience.Token);
        Assert.Equal(Acked | Canceled | Out, (await after.UntilAsync(resting, state => (state & Out) != 0, patience.Token)).Integer("state"));

        await Agreement.AssertAsync(world, again, account, address, patience.Token);
        Assert.Empty((await world.TruthAsync(World.Master, patience.Token)).GetProperty("orders").EnumerateArray());
    }
}
