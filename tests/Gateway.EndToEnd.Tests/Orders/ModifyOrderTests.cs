using System.Text.Json;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Orders;

/// <summary>Changes of orders through the real server, against the real simulator, over real sockets, compared with what the venue knows.</summary>
public sealed class ModifyOrderTests
{
    private const int Open = 1, Acked = 4, Filled = 8, Canceled = 32, Out = 64;

    [Fact]
    public async Task A_changed_order_keeps_its_number_and_counts_the_fills_of_both_legs_once() => await RunAsync(async (world, client, updates, late) =>
    {
        var order = await RestAsync(client, updates, "99000", "0.01", late);
        await SellAsync(client, updates, "99000", "0.004", late);
        await updates.UntilAsync(order, state => (state & Filled) != 0, late);

        await ChangeAsync(client, order, new { order_id = order, price = "99500", quantity = "0.02" }, late);
        var details = await SettledAsync(client, order, late);
        Assert.Equal(("99500", "0.02", "0.004"), (details.Text("price"), details.Text("quantity"), details.Text("filled_quantity")));
        await SellAsync(client, updates, "99500", "0.016", late);
        var last = await updates.UntilAsync(order, state => (state & Out) != 0, late);

        Assert.Equal((Acked | Filled | Out, "0.02"), (last.Integer("state"), last.Text("filled_quantity")));
        await Agreement.AssertAsync(world, client, World.Account, World.Master, late);
    });

    [Fact]
    public async Task A_change_that_would_trade_at_once_ends_the_order_and_says_why() => await RunAsync(async (world, client, updates, late) =>
    {
        var order = await RestAsync(client, updates, "99000", "0.01", late);
        var other = await PlaceAsync(client, World.Other, "Sell", "100000", "0.01", late);
        await updates.UntilAsync(other, state => state == (Open | Acked), late);

        await ChangeAsync(client, order, new { order_id = order, price = "100000" }, late);
        var last = await updates.UntilAsync(order, state => (state & Out) != 0, late);

        Assert.Equal(Acked | Canceled | Out, last.Integer("state"));
        Assert.Contains("Error placing new order during modify: Post only order would have immediately matched", last.Text("reject_reason"), StringComparison.Ordinal);
        await Agreement.AssertAsync(world, client, World.Account, World.Master, late);
    });

    [Fact]
    public async Task Fills_that_race_with_changes_are_all_there_and_nothing_is_lost_track_of() => await RunAsync(async (world, client, updates, late) =>
    {
        var order = await RestAsync(client, updates, "99000", "0.05", late);
        var selling = SellingAsync();
        for (var change = 0; change < 20; change++)
        {
            if (await TryChangeAsync(client, new { order_id = order, quantity = $"0.0{50 + (change % 7)}", price = $"{99_000 + (change % 5)}" }, late) is { } refusal
                && refusal.Contains("is out already", StringComparison.Ordinal))
                break;
        }

        await selling;
        if ((await DetailsAsync(client, order, late)).Integer("state") < Out)
            await client.AskAsync("CancelOrder", new { order_id = order }, late);
        await updates.UntilAsync(order, state => (state & Out) != 0, late);
        await Agreement.AssertAsync(world, client, World.Account, World.Master, late);

        async Task SellingAsync()
        {
            await using var seller = await world.ConnectAsync(late);
            for (var sale = 0; sale < 20; sale++)
                await PlaceAsync(seller, World.Other, "Sell", "99000", "0.001", late, "IOC");
        }
    });

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_the_change_sent_once() => await RunAsync(async (world, client, updates, late) =>
    {
        var order = await RestAsync(client, updates, "99000", "0.01", late);
        await world.TellSimulatorAsync("/sim/faults", new { kind = "disconnectAfter" }, late);
        await ChangeAsync(client, order, new { order_id = order, price = "99100", quantity = "0.03" }, late);
        var details = await SettledAsync(client, order, late);

        Assert.Equal(("99100", "0.03", Open | Acked), (details.Text("price"), details.Text("quantity"), details.Integer("state")));
        await Agreement.AssertAsync(world, client, World.Account, World.Master, late);
    });

    private static async Task RunAsync(Func<World, GatewayClient, OrderUpdates, CancellationToken, Task> test)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        await using var world = await World.StartAsync(patience.Token);
        await using var client = await world.ConnectAsync(patience.Token);
        await test(world, client, await OrderUpdates.SubscribeAsync(client, patience.Token), patience.Token);
    }

    private static async Task<long> RestAsync(GatewayClient client, OrderUpdates updates, string price, string quantity, CancellationToken late)
    {
        var order = await PlaceAsync(client, World.Account, "Buy", price, quantity, late);
        await updates.UntilAsync(order, state => state == (Open | Acked), late);
        return order;
    }

    private static async Task SellAsync(GatewayClient client, OrderUpdates updates, string price, string quantity, CancellationToken late)
    {
        var sale = await PlaceAsync(client, World.Other, "Sell", price, quantity, late, "IOC");
        await updates.UntilAsync(sale, state => (state & Out) != 0, late);
    }

    private static async Task<long> PlaceAsync(
        GatewayClient client, string account, string dir, string price, string quantity, CancellationToken late, string lifetime = "GTC") =>
        (await client.AskAsync("SendLimitOrder", new { target = World.Bitcoin, dir, price, quantity, account, time_in_force = lifetime }, late)).GetInt64();

    private static async Task ChangeAsync(GatewayClient client, long order, object change, CancellationToken late) =>
        Assert.True((await client.AskAsync("ModifyOrder", change, late)).IsNull(), $"The change of order {order} answered otherwise.");

    private static async Task<string?> TryChangeAsync(GatewayClient client, object change, CancellationToken late)
    {
        try
        {
            await client.AskAsync("ModifyOrder", change, late);
            return null;
        }
        catch (GatewayErrorException refusal) when (refusal.Code == "InvalidRequest")
        {
            return refusal.Message;
        }
    }

    private static async Task<JsonElement> DetailsAsync(GatewayClient client, long order, CancellationToken late) =>
        (await client.AskAsync("GetOrderDetails", new { order_ids = new[] { order } }, late))[0];

    private static async Task<JsonElement> SettledAsync(GatewayClient client, long order, CancellationToken late)
    {
        while (true)
        {
            var details = await DetailsAsync(client, order, late);
            if (details.GetProperty("pending_modify").IsNull())
                return details;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, late);
        }
    }
}
