using System.Text.Json;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Crashes;

/// <summary>
/// One world in which a gateway is killed at one point after another, and after each death compared with what the venue itself
/// knows. Each life has to carry what all the deaths before it have left.
/// </summary>
internal sealed class CrashMatrix
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly World world;
    private readonly LastingClient client;

    private CrashMatrix(World world, bool changes, CancellationToken late)
    {
        this.world = world;
        Late = late;
        client = new LastingClient(world) { Changes = changes };
    }

    private CancellationToken Late { get; }

    /// <summary>Kills a working gateway at one point after another.</summary>
    public static Task RunAtWorkAsync(params string[] points) => RunAsync((matrix, point) => matrix.DieAtWorkAsync(point), points);

    /// <summary>Kills a working gateway whose client changes orders, too, at one point after another.</summary>
    public static Task RunChangingAsync(params string[] points) => RunAsync((matrix, point) => matrix.DieAtWorkAsync(point), changes: true, points);

    /// <summary>Kills a gateway with a change of an order half sent, and the next one at one point after another of its way back.</summary>
    public static Task RunChangedBackAsync(params string[] points) =>
        RunAsync((matrix, point) => matrix.DieComingBackAsync(point, "half sent batchModify"), changes: true, points);

    /// <summary>Kills a gateway at one point after another.</summary>
    public static Task RunAsync(Func<CrashMatrix, string, Task> die, params string[] points) => RunAsync(die, changes: false, points);

    private static async Task RunAsync(Func<CrashMatrix, string, Task> die, bool changes, string[] points)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);

        // What an order in doubt has to wait for would be the greater part of the time that this takes; and files of the journal
        // are small, and snapshots frequent, so that many are begun.
        await using var mortal = await World.StartMortalAsync(
            patience.Token, ("Orders:SendWindow", "00:00:01"), ("Orders:ProofMargin", "00:00:00.100"), ("Journal:SegmentBytes", "6000"), ("Orders:SnapshotEvery", "25"));
        await mortal.TellSimulatorAsync("/sim/price", new { coin = "BTC", px = "100000" }, patience.Token);
        var matrix = new CrashMatrix(mortal, changes, patience.Token);
        foreach (var point in points)
            await die(matrix, point);
        await matrix.EndAsync();
    }

    /// <summary>Lets the client work until the gateway dies at this point, and starts it again.</summary>
    public async Task DieAtWorkAsync(string point, int passage = 2)
    {
        await QuoteAsync();
        await world.DieAtAsync(point, passage, Late);
        await DyingAsync(point, client.WorkAsync);
        await world.StartAgainAsync(Late);
        await AgreeAsync(point);
    }

    /// <summary>
    /// Kills a working gateway while something of which the venue cannot have answered is on its way, so that the next one has
    /// something to ask about, and that one at this point of its way back.
    /// </summary>
    public async Task DieComingBackAsync(string point, string onTheWay = "half sent order")
    {
        await QuoteAsync();
        await world.DieAtAsync(onTheWay, 2, Late);
        await DyingAsync(onTheWay, client.WorkAsync);
        world.StartToDieAt(point);
        await DyingAsync(point, _ => Task.CompletedTask);
        await world.StartAgainAsync(Late);
        await AgreeAsync(point);
    }

    /// <summary>Cuts the gateway's connections to the venue, and kills it at this point of the fence that follows.</summary>
    public async Task DieInTheFenceAsync(string point)
    {
        await QuoteAsync();
        await world.DieAtAsync(point, passage: 1, Late);
        await DyingAsync(point, async late =>
        {
            await world.TellSimulatorAsync("/sim/faults", new { kind = "disconnect" }, late);
            await client.WorkAsync(late);
        });
        await world.StartAgainAsync(Late);
        await AgreeAsync(point);
    }

    /// <summary>Compares all that the client was told with all that is true.</summary>
    private async Task EndAsync()
    {
        var orders = await AgreeAsync("the end");
        Assert.Equal(client.Orders, client.Known.Distinct().Count());
        Assert.Equal(client.Orders, orders.Count);
        Assert.All(client.Canceled, order => Assert.True((orders[order].Integer("state") & 64) != 0, $"{orders[order]} was canceled."));
        foreach (var (id, order) in orders)
        {
            var told = client.LastOf(id);
            Assert.True(told is not null, $"The client was told nothing of order {id}.");
            Assert.Equal(order.Integer("state"), told.Value.Integer("state"));
            Assert.Equal(order.Text("filled_quantity"), told.Value.Text("filled_quantity"));
        }
    }

    private async Task DyingAsync(string point, Func<CancellationToken, Task> meanwhile)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(Late);
        soon.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            var dying = world.Gateway.DiesAsync(soon.Token);
            await meanwhile(soon.Token);
            await dying;
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"The gateway never came to '{point}':\n{world.Gateway.Output}", late);
        }
        catch (GatewayErrorException unexpected)
        {
            throw new InvalidOperationException($"On the way to '{point}' the gateway answered {unexpected.Message}\n{world.Gateway.Output}", unexpected);
        }

        await world.Gateway.SaysAsync($"dies: {point}", Late);
    }

    private async Task<IReadOnlyDictionary<long, JsonElement>> AgreeAsync(string point)
    {
        // Nobody moves the book while it is compared.
        await world.TellSimulatorAsync("/sim/liquidity", null, Late);
        await client.ReturnAsync(Late);
        await using var asking = await world.ConnectAsync(Late);
        var disagreement = "";
        while (true)
        {
            try
            {
                var orders = await Agreement.AssertAsync(world, asking, World.Account, World.Master, Late);
                await client.ReturnAsync(Late);
                return orders;
            }
            catch (Xunit.Sdk.XunitException failure) when (!Late.IsCancellationRequested)
            {
                disagreement = failure.Message;
                // News is still under way between two processes; it must hold before patience runs out.
                await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException($"Gateway and venue never agreed after a death at '{point}': {disagreement}\n{world.Gateway.Output}", late);
            }
        }
    }

    private Task QuoteAsync() =>
        world.TellSimulatorAsync("/sim/liquidity", new { coin = "BTC", spreadBps = "10", levels = 3, size = "0.5" }, Late);
}
