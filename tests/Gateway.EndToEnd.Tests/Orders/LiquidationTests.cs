using System.Text.Json;
using Gateway.Cryptography;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Orders;

/// <summary>The venue closes a position of ours by force, over real sockets.</summary>
public sealed class LiquidationTests
{
    private const string Poor = "POOR";
    private const string PoorMaster = "0x4444444444444444444444444444444444444444";
    private const string PoorAgentKey = "0xcafe0000000000000000000000000000000000000000000000000000000000a4";

    [Fact]
    public async Task Is_told_recorded_and_counted_and_the_open_orders_end_with_the_venues_cause()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        using var agent = PrivateKey.Parse(PoorAgentKey);
        await using var world = await World.StartAsync(
            robots: false,
            [new { address = PoorMaster, usdc = "5000", agents = new[] { new { address = agent.Address.ToString(), name = "gateway" } } }],
            patience.Token,
            ($"Venues:Hyperliquid:Accounts:{Poor}:Address", PoorMaster),
            ($"Venues:Hyperliquid:Accounts:{Poor}:Key", PoorAgentKey),
            ("Clients:tests:Accounts:2", Poor));
        await using var client = await world.ConnectAsync(patience.Token);
        var updates = await OrderUpdates.SubscribeAsync(client, patience.Token);
        var alerts = await client.SubscribeAsync("SubscribeAlerts", null, patience.Token);
        GatewayClient.Response(await alerts.ReadAsync(patience.Token));
        await PlaceAsync(World.Account, "Sell", "100000", "0.4", until: 1 + 4);
        await PlaceAsync(Poor, "Buy", "100000", "0.4", until: 4 + 8 + 64);
        var taking = await PlaceAsync(World.Account, "Buy", "80000", "1", until: 1 + 4);
        var resting = await PlaceAsync(Poor, "Sell", "110000", "0.1", until: 1 + 4);
        Assert.Equal("40000", await FilledAsync());

        await world.TellSimulatorAsync("/sim/price", new { coin = "BTC", px = "87000" }, patience.Token);

        Assert.Equal(4 + 32 + 64, (await updates.UntilAsync(resting, state => (state & 64) != 0, patience.Token)).Integer("state"));
        var reason = await client.AskAsync("GetRejectReason", new { order_ids = new[] { resting } }, patience.Token);
        Assert.Equal("liquidatedCanceled", reason[0].GetString());

        // Whose position it was is told, and not whoever happened to take it.
        var told = new List<JsonElement>();
        while (!told.Exists(alert => alert.Text("kind") == "Liquidation"))
            told.AddRange(GatewayClient.Response(await alerts.ReadAsync(patience.Token)).EnumerateArray());
        var alert = Assert.Single(told);
        Assert.Equal($"Position liquidated by the venue: Sell 0.4 at 80000 in {World.Bitcoin} on account {Poor}.", alert.Text("message"));
        Assert.Equal(("Critical", Poor, JsonValueKind.Null), (alert.Text("severity"), alert.Text("account"), alert.GetProperty("order_id").ValueKind));
        await updates.UntilAsync(taking, state => (state & 8) != 0, patience.Token);

        var fills = await client.AskAsync("ListFills", new { scope = "Global", set = new { type = "Account", value = Poor } }, patience.Token);
        Assert.Equal([JsonValueKind.Number, JsonValueKind.Null], fills.EnumerateArray().Select(fill => fill[0].ValueKind));
        Assert.Equal("0", await FilledAsync());

        async Task<long> PlaceAsync(string account, string dir, string price, string quantity, long until)
        {
            var order = (await client.AskAsync("SendLimitOrder", new { target = World.Bitcoin, dir, price, quantity, account }, patience.Token)).GetInt64();
            await updates.UntilAsync(order, state => state == until, patience.Token);
            return order;
        }

        async Task<string?> FilledAsync() => (await client.AskAsync(
            "GetLimits", new { limits = new object[] { new object[] { new { type = "Account", value = Poor }, "Global" } } }, patience.Token))[0]
            .GetProperty("in_use").Text("MaxFilled");
    }
}
