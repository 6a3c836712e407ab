using System.Globalization;
using System.Text.Json;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Orders;

/// <summary>What takes open orders away when somebody must not or cannot watch them any more, on a real venue over real sockets.</summary>
public sealed class SafetyTests
{
    private const int Most = 50;
    private const int Canceling = 16;
    private const int Canceled = 4 + 32 + 64;

    [Fact]
    public async Task A_halt_cancels_fifty_resting_orders_and_reports_only_what_the_venue_confirmed()
    {
        using var patience = Patience();
        await using var world = await World.StartAsync(patience.Token);
        await using var client = await world.ConnectAsync(patience.Token);
        var updates = await OrderUpdates.SubscribeAsync(client, patience.Token);
        var orders = await RestAsync(client, updates, Most, patience.Token);

        // The venue executes the cancel of one and says nothing, so it is canceling when the halt comes.
        await world.TellSimulatorAsync("/sim/faults", new { kind = "silence", user = World.Master, count = 1 }, patience.Token);
        await client.AskAsync("CancelOrder", new { order_id = orders[0] }, patience.Token);
        await client.AskAsync("Halt", new { halt = "Global", cancel_open = true }, patience.Token);

        foreach (var order in orders)
            Assert.Equal(Canceled, (await updates.UntilAsync(order, state => (state & 64) != 0, patience.Token)).Integer("state"));
        Assert.Empty(OpenAt(await world.TruthAsync(World.Master, patience.Token)));
        Assert.All(orders, order => Assert.Contains(
            updates.Heard, update => update.Integer("order_id") == order && (update.Integer("state") & (Canceling + 64)) == Canceling));
    }

    [Fact]
    public async Task A_halt_reports_no_end_while_the_venue_confirms_none()
    {
        using var patience = Patience();
        await using var world = await World.StartAsync(patience.Token);
        await using var client = await world.ConnectAsync(patience.Token);
        var updates = await OrderUpdates.SubscribeAsync(client, patience.Token);
        var order = Assert.Single(await RestAsync(client, updates, 1, patience.Token));
        await world.TellSimulatorAsync("/sim/faults", new { kind = "silence" }, patience.Token);
        await world.TellSimulatorAsync("/sim/faults", new { kind = "dropFeeds", user = World.Master }, patience.Token);

        await client.AskAsync("Halt", new { halt = "Global", cancel_open = true }, patience.Token);

        // Long after the venue has executed it: its answer is given up after 5 s.
        var stale = await updates.UntilAsync(order, state => (state & 128) != 0, patience.Token);
        Assert.Equal(Canceling, stale.Integer("state") & (Canceling + 64));
        Assert.Empty(OpenAt(await world.TruthAsync(World.Master, patience.Token)));
        await world.EndFaultsAsync(patience.Token);
        Assert.Equal(Canceled, (await updates.UntilAsync(order, state => (state & 64) != 0, patience.Token)).Integer("state"));
    }

    [Fact]
    public async Task Orders_of_a_connection_that_vanishes_are_canceled_at_the_venue_unless_it_is_back_in_time()
    {
        using var patience = Patience();
        await using var world = await World.StartAsync(patience.Token);
        await using var watching = await world.ConnectAsync(patience.Token);
        var updates = await OrderUpdates.SubscribeAsync(watching, patience.Token);
        var guarded = new UriBuilder(world.Gateway.WebSocketAddress) { Query = "cancel_on_disconnect=3" }.Uri;
        long order;
        await using (var client = await GatewayClient.ConnectAsync(guarded, World.Key, patience.Token))
            order = Assert.Single(await RestAsync(client, updates, 1, patience.Token));

        // Back within the grace period: the order outlives three times that.
        await using (await GatewayClient.ConnectAsync(guarded, World.Key, patience.Token))
        {
            await Task.Delay(TimeSpan.FromSeconds(6), TimeProvider.System, patience.Token);
            Assert.Single(OpenAt(await world.TruthAsync(World.Master, patience.Token)));
        }

        Assert.Equal(Canceled, (await updates.UntilAsync(order, state => (state & 64) != 0, patience.Token)).Integer("state"));
        Assert.Empty(OpenAt(await world.TruthAsync(World.Master, patience.Token)));
    }

    [Fact]
    public async Task A_gateway_that_is_killed_within_the_grace_period_leaves_the_orders_to_whoever_comes_back()
    {
        using var patience = Patience();
        await using var world = await World.StartAsync(patience.Token);
        long order;
        await using (var client = await GatewayClient.ConnectAsync(
            new UriBuilder(world.Gateway.WebSocketAddress) { Query = "cancel_on_disconnect=2" }.Uri, World.Key, patience.Token))
        {
            var updates = await OrderUpdates.SubscribeAsync(client, patience.Token);
            order = Assert.Single(await RestAsync(client, updates, 1, patience.Token));
        }

        await world.KillAndRestartAsync(patience.Token);

        await using var back = await world.ConnectAsync(patience.Token);
        var snapshot = (await OrderUpdates.SubscribeAsync(back, patience.Token)).Snapshot;
        Assert.Equal(order, Assert.Single(snapshot).Integer("order_id"));
        await back.AskAsync("CancelOrder", new { order_id = order }, patience.Token);
    }

    private static CancellationTokenSource Patience()
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        return patience;
    }

    private static async Task<long[]> RestAsync(GatewayClient client, OrderUpdates updates, int count, CancellationToken cancellationToken)
    {
        var orders = new long[count];
        for (var i = 0; i < count; i++)
        {
            orders[i] = (await client.AskAsync(
                "SendLimitOrder",
                new { target = World.Bitcoin, dir = "Buy", price = (90_000 - i).ToString(CultureInfo.InvariantCulture), quantity = "0.001", account = World.Account },
                cancellationToken)).GetInt64();
        }

        foreach (var order in orders)
            await updates.UntilAsync(order, state => state == 5, cancellationToken);
        return orders;
    }

    private static IEnumerable<JsonElement> OpenAt(JsonElement truth) => truth.GetProperty("orders").EnumerateArray().Where(order => order.Text("status") == "open");
}
