using System.Text.Json;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Orders;

/// <summary>What the venue does by itself when the gateway is gone.</summary>
public sealed class DeadManSwitchTests
{
    [Fact]
    public async Task A_gateway_that_was_killed_leaves_no_order_behind_and_learns_of_it()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        await using var world = await World.StartAsync(patience.Token, ($"Venues:Hyperliquid:Accounts:{World.Account}:DeadManSwitch", "00:00:15"));
        await world.Gateway.SaysAsync("is armed", patience.Token);
        long order;
        await using (var client = await world.ConnectAsync(patience.Token))
        {
            order = (await client.AskAsync(
                "SendLimitOrder", new { target = World.Bitcoin, account = World.Account, dir = "Buy", quantity = "0.001", price = 90_000 }, patience.Token)).GetInt64();
            while ((await DetailsAsync(client, order, patience.Token)).Integer("state") != 5)
                await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }

        await world.Gateway.KillAsync();
        await world.TellSimulatorAsync("/sim/clock", new { advance = 16_000 }, patience.Token);

        var truth = Assert.Single((await world.TruthAsync(World.Master, patience.Token)).GetProperty("orders").EnumerateArray());
        Assert.Equal("scheduledCancel", truth.Text("status"));
        await world.StartAgainAsync(patience.Token);
        await using var again = await world.ConnectAsync(patience.Token);
        var end = await DetailsAsync(again, order, patience.Token);
        // Acknowledged, canceled and out, in the venue's word.
        Assert.Equal((4 | 32 | 64, "scheduledCancel"), (end.Integer("state"), end.Text("reject_reason")));
    }

    private static async Task<JsonElement> DetailsAsync(GatewayClient client, long order, CancellationToken cancellationToken) =>
        (await client.AskAsync("GetOrderDetails", new { order_ids = new[] { order } }, cancellationToken))[0];
}
