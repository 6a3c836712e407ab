using System.Net.WebSockets;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Orders;

/// <summary>Nothing lost, nothing twice, nothing guessed, when processes die and sockets drop in the middle of the work.</summary>
public sealed class CrashTests
{
    private const int Orders = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>After how many answers the plug is pulled: at once, early, in the middle and near the end.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(99)]
    public async Task A_gateway_killed_in_the_middle_of_a_hundred_orders_comes_back_with_the_venues_truth(int answersBeforeTheKill)
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(patience.Token);
        await SeedBookAsync(world, patience.Token);
        var answered = new List<long>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (var client = await world.ConnectAsync(patience.Token))
        {
            var orders = Enumerable.Range(0, Orders).Select(n => PlaceAsync(client, n, order =>
            {
                lock (answered)
                {
                    answered.Add(order);
                    if (answered.Count == answersBeforeTheKill)
                        enough.SetResult();
                }
            }, patience.Token)).ToList();
            await enough.Task.WaitAsync(patience.Token);
            await world.Gateway.KillAsync();
            await Task.WhenAll(orders);
        }

        await world.StartAgainAsync(patience.Token);

        await using var again = await world.ConnectAsync(patience.Token);
        var known = await SettledAsync(world, again, patience.Token);
        Assert.All(answered, order => Assert.Contains(order, known));
    }

    [Fact]
    public async Task A_venue_that_drops_its_sockets_under_open_orders_and_fills_costs_nothing()
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(patience.Token);
        await SeedBookAsync(world, patience.Token);
        await using var client = await world.ConnectAsync(patience.Token);

        var placing = Enumerable.Range(0, Orders).Select(n => PlaceAsync(client, n, order => { }, patience.Token)).ToList();
        await DropSocketsAsync(world, patience.Token);
        await Task.WhenAll(placing);
        await world.Gateway.ReadyAsync(patience.Token);
        var more = Enumerable.Range(0, Orders).Select(n => PlaceAsync(client, n, order => { }, patience.Token)).ToList();
        await DropSocketsAsync(world, patience.Token);
        await Task.WhenAll(more);
        await world.Gateway.ReadyAsync(patience.Token);

        await SettledAsync(world, client, patience.Token);
    }

    [Theory]
    [InlineData("disconnectBefore")]
    [InlineData("disconnectAfter")]
    public async Task An_answer_that_is_lost_with_its_connection_is_looked_up_and_not_repeated(string fault)
    {
        using var patience = Within(Patience);
        await using var world = await World.StartAsync(patience.Token);
        await using var client = await world.ConnectAsync(patience.Token);
        await world.TellSimulatorAsync("/sim/faults", new { kind = fault, count = 1 }, patience.Token);

        await client.AskAsync("SendLimitOrder", Order(90_000), patience.Token);
        await world.Gateway.ReadyAsync(patience.Token);
        var orders = await SettledAsync(world, client, patience.Token);

        var order = Assert.Single(orders).Value;
        var state = order.GetProperty("state").GetInt64();
        // Open and acknowledged where the venue had taken it in; rejected and out where its time passed without the venue knowing it.
        Assert.Equal(fault == "disconnectAfter" ? 1 | 4 : 2 | 64, state);
    }

    private static Task DropSocketsAsync(World world, CancellationToken cancellationToken) =>
        world.TellSimulatorAsync("/sim/faults", new { kind = "disconnect" }, cancellationToken);

    private static async Task SeedBookAsync(World world, CancellationToken cancellationToken)
    {
        await world.TellSimulatorAsync("/sim/price", new { coin = "BTC", px = "100000" }, cancellationToken);
        await world.TellSimulatorAsync("/sim/liquidity", new { coin = "BTC", spreadBps = "10", levels = 3, size = "0.5" }, cancellationToken);
    }

    private static object Order(int price) =>
        new { target = World.Bitcoin, account = World.Account, dir = "Buy", quantity = "0.001", price };

    private static async Task PlaceAsync(GatewayClient client, int n, Action<long> answered, CancellationToken cancellationToken)
    {
        try
        {
            // Every third order crosses the book; the others rest.
            var price = n % 3 == 0 ? 101_000 : 90_000 + n;
            answered((await client.AskAsync("SendLimitOrder", Order(price), cancellationToken)).GetInt64());
        }
        catch (Exception lost) when (lost is WebSocketException or GatewayErrorException { Code: "VenueUnavailable" } or ObjectDisposedException)
        {
            // Unanswered, or refused while the venue was away: whatever became of it, the venue and the journal must agree.
        }
    }

    /// <summary>Waits until no fate is open, then asserts that gateway and venue agree.</summary>
    private static async Task<IReadOnlyDictionary<long, System.Text.Json.JsonElement>> SettledAsync(
        World world, GatewayClient client, CancellationToken cancellationToken)
    {
        // Nobody moves the book while it is compared.
        await world.TellSimulatorAsync("/sim/liquidity", null, cancellationToken);
        while (true)
        {
            try
            {
                return await Agreement.AssertAsync(world, client, World.Account, World.Master, cancellationToken);
            }
            catch (Xunit.Sdk.XunitException) when (!cancellationToken.IsCancellationRequested)
            {
                // News is still under way between two processes; the assertion must hold before patience runs out.
                await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None);
            }
        }
    }

    private static CancellationTokenSource Within(TimeSpan patience)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        source.CancelAfter(patience);
        return source;
    }
}
