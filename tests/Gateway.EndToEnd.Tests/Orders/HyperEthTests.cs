using System.Text.Json;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Orders;

/// <summary>Orders that an aggregator carries: placed by route HYPERETH, canceled by DIRECT, and true to the venue whatever breaks in between.</summary>
public sealed class HyperEthTests
{
    private const string ByIntent = World.BitcoinByIntent;
    private const long Resting = 1 | 4, Stale = 1 | 128, NeverWas = 2 | 64, CanceledOut = 4 | 32 | 64, FilledOut = 4 | 8 | 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task An_order_keeps_what_the_aggregator_calls_it_and_is_canceled_by_the_direct_route()
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(patience.Token, World.HyperEth);
        long order;
        string? named;
        await using (var client = await world.ConnectAsync(patience.Token))
        {
            order = await PlaceAsync(client, 90_000, patience.Token);
            var placed = await UntilAsync(client, order, Resting, patience.Token);
            named = placed.Text("agg_order_id");
            Assert.NotNull(named);
            Assert.StartsWith("0x", placed.Text("intent_hash"), StringComparison.Ordinal);
            Assert.Equal(ByIntent, placed.Text("target"));
        }

        await world.KillAndRestartAsync(patience.Token);

        await using var again = await world.ConnectAsync(patience.Token);
        Assert.Equal(named, (await DetailsAsync(again, order, patience.Token)).Text("agg_order_id"));
        await again.AskAsync("CancelOrder", new { order_id = order }, patience.Token);
        await UntilAsync(again, order, CanceledOut, patience.Token);
        Assert.DoesNotContain(World.HyperEthKey, world.Output + world.JournalText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_fills_are_told_under_its_own_route()
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(robots: true, patience.Token, World.HyperEth);
        await using var client = await world.ConnectAsync(patience.Token);
        var route = await client.AskAsync("GetRouteDetails", new { route = new[] { "HYPERETH" } }, patience.Token);
        Assert.Equal("HYPERETH", Assert.Single(route.EnumerateArray()).Text("id"));

        var order = await PlaceAsync(client, 101_000, patience.Token);
        await UntilAsync(client, order, FilledOut, patience.Token);

        await Agreement.AssertAsync(world, client, World.Account, World.Master, patience.Token);
        var listed = await client.AskAsync("ListFills", new { scope = "Global", set = new { type = "Account", value = World.Account }, limit = 10 }, patience.Token);
        var ids = listed.EnumerateArray().Select(fill => fill[1].GetString()).ToArray();
        var fills = await client.AskAsync("GetFillDetails", new { fill_ids = ids }, patience.Token);
        Assert.All(fills.EnumerateArray(), fill => Assert.Contains(ByIntent, fill.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_is_lost_after_the_order_was_executed_is_looked_up()
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(patience.Token, World.HyperEth);
        await using var client = await world.ConnectAsync(patience.Token);
        await world.TellSimulatorAsync("/sim/faults", new { kind = "disconnectAfter", count = 1, user = World.Master }, patience.Token);

        var order = await PlaceAsync(client, 90_000, patience.Token);

        await UntilAsync(client, order, Resting, patience.Token);
        await Agreement.AssertAsync(world, client, World.Account, World.Master, patience.Token);
    }

    [Fact]
    public async Task An_answer_that_is_lost_before_stays_in_doubt_until_no_nonce_of_that_age_is_taken_any_more()
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(patience.Token, World.HyperEth, ("Orders:LongestSettleDelay", "00:00:01"));
        await using var client = await world.ConnectAsync(patience.Token);
        await world.TellSimulatorAsync("/sim/faults", new { kind = "disconnectBefore", count = 1, user = World.Master }, patience.Token);

        var order = await PlaceAsync(client, 90_000, patience.Token);
        await UntilAsync(client, order, Stale, patience.Token);
        // Long after an order by DIRECT would have been proven never to have been, and after a crash: nothing is claimed, and trading goes on.
        await world.TellSimulatorAsync("/sim/clock", new { advance = (long)TimeSpan.FromHours(47).TotalMilliseconds }, patience.Token);
        await world.KillAndRestartAsync(patience.Token);
        await using var again = await world.ConnectAsync(patience.Token);
        Assert.Equal(Stale, (await DetailsAsync(again, order, patience.Token)).Integer("state"));

        await world.TellSimulatorAsync("/sim/clock", new { advance = (long)TimeSpan.FromHours(2).TotalMilliseconds }, patience.Token);

        var end = await UntilAsync(again, order, NeverWas, patience.Token);
        Assert.Contains("never reached the venue", end.Text("reject_reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_killed_with_an_order_in_flight_comes_back_with_the_venues_truth()
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(patience.Token, World.HyperEth);
        long order;
        await using (var client = await world.ConnectAsync(patience.Token))
        {
            await world.TellSimulatorAsync("/sim/faults", new { kind = "silence", count = 1, user = World.Master }, patience.Token);
            order = await PlaceAsync(client, 90_000, patience.Token);
            while ((await world.TruthAsync(World.Master, patience.Token)).GetProperty("orders").GetArrayLength() == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            await world.Gateway.KillAsync();
        }

        await world.StartAgainAsync(patience.Token);

        await using var again = await world.ConnectAsync(patience.Token);
        await UntilAsync(again, order, Resting, patience.Token);
        await Agreement.AssertAsync(world, again, World.Account, World.Master, patience.Token);
    }

    [Fact]
    public async Task An_account_without_a_wallet_is_refused_with_the_cure()
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(patience.Token, World.HyperEth);
        await using var client = await world.ConnectAsync(patience.Token);

        var refused = await Assert.ThrowsAsync<GatewayErrorException>(() => client.AskAsync(
            "SendLimitOrder", new { target = ByIntent, account = World.Other, dir = "Buy", quantity = "0.001", price = 90_000 }, patience.Token));

        Assert.Contains("HyperEthWallet", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_loses_its_key_is_watched_on_and_says_what_its_cancels_lack()
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(patience.Token, World.HyperEth);
        long order;
        await using (var client = await world.ConnectAsync(patience.Token))
        {
            order = await PlaceAsync(client, 90_000, patience.Token);
            await UntilAsync(client, order, Resting, patience.Token);
        }

        await world.Gateway.KillAsync();
        await world.StartAgainWithoutAsync($"Venues:Hyperliquid:Accounts:{World.Account}:Key", patience.Token);

        await using var again = await world.ConnectAsync(patience.Token);
        Assert.Equal(Resting, (await DetailsAsync(again, order, patience.Token)).Integer("state"));
        var refused = await Assert.ThrowsAsync<GatewayErrorException>(() => PlaceAsync(again, 90_000, patience.Token));
        Assert.Contains("set Accounts:DEFAULT:KeyFile", refused.Message, StringComparison.Ordinal);
        await again.AskAsync("CancelOrder", new { order_id = order }, patience.Token);
        while (!world.JournalText().Contains("CancelRejected", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        Assert.Contains("without which nothing can be canceled", world.JournalText(), StringComparison.Ordinal);
        await UntilAsync(again, order, Resting | 16, patience.Token);
    }

    private static async Task<long> PlaceAsync(GatewayClient client, int price, CancellationToken cancellationToken) => (await client.AskAsync(
        "SendLimitOrder", new { target = ByIntent, account = World.Account, dir = "Buy", quantity = "0.001", price }, cancellationToken)).GetInt64();

    private static async Task<JsonElement> DetailsAsync(GatewayClient client, long order, CancellationToken cancellationToken) =>
        (await client.AskAsync("GetOrderDetails", new { order_ids = new[] { order } }, cancellationToken))[0];

    private static async Task<JsonElement> UntilAsync(GatewayClient client, long order, long state, CancellationToken cancellationToken)
    {
        while (true)
        {
            var details = await DetailsAsync(client, order, cancellationToken);
            if (details.Integer("state") == state)
                return details;
            if (cancellationToken.IsCancellationRequested)
                Assert.Fail($"The order did not come to state {state}: {details}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        }
    }

    private static CancellationTokenSource Within(TimeSpan patience)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        source.CancelAfter(patience);
        return source;
    }
}
