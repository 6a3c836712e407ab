using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Orders;

/// <summary>Check and reservation are one step for whoever comes over a socket, too, and the venue is its witness.</summary>
public sealed class RaceTests
{
    private const int Connections = 64;
    private const int Rounds = 1000;
    private const int Resting = 1 + 4;
    private const int Refused = 2 + 64;

    [Fact]
    public async Task Of_64_sockets_that_race_for_room_for_one_order_exactly_one_gets_it()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        await using var world = await World.StartAsync(patience.Token);
        await world.TellSimulatorAsync("/sim/price", new { coin = "BTC", px = "100000" }, patience.Token);
        var clients = new List<GatewayClient>();
        try
        {
            while (clients.Count < Connections)
                clients.Add(await world.ConnectAsync(patience.Token));
            var updates = await OrderUpdates.SubscribeAsync(clients[0], patience.Token);

            // One such order opens 100 limit dollars, give or take what the mark moves.
            await clients[0].AskAsync(
                "SetLimits", new { limits = new[] { new { type = "MaxOpen", value = new[] { "Firm", "Global", "150" } } } }, patience.Token);

            for (var round = 0; round < Rounds; round++)
            {
                var answers = await Task.WhenAll(clients.Select(client => client.AskAsync(
                    "SendLimitOrder",
                    new { target = World.Bitcoin, dir = "Buy", price = "90000", quantity = "0.001", account = World.Account },
                    patience.Token)));
                var orders = answers.Select(answer => answer.GetInt64()).ToArray();

                var states = (await clients[0].AskAsync("GetOrderState", new { order_ids = orders }, patience.Token)).EnumerateArray().Select(state => state.GetInt32());
                var won = Assert.Single(orders.Zip(states), order => order.Second != Refused).First;
                await updates.UntilAsync(won, state => state == Resting, patience.Token);
                await clients[0].AskAsync("CancelOrder", new { order_id = won }, patience.Token);
                await updates.UntilAsync(won, state => (state & 64) != 0, patience.Token);
            }

            var truth = await world.TruthAsync(World.Master, patience.Token);
            Assert.Equal(Rounds, truth.GetProperty("orders").GetArrayLength());
        }
        finally
        {
            foreach (var client in clients)
                await client.DisposeAsync();
        }
    }
}
