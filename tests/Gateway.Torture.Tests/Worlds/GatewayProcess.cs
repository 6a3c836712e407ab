using Gateway.Orders;
using Gateway.Torture.Tests.Disks;
using Gateway.Torture.Tests.Flaws;
using Gateway.Torture.Tests.Network;
using Gateway.Venues.Hyperliquid;
using Microsoft.Extensions.Logging;

namespace Gateway.Torture.Tests.Worlds;

/// <summary>One life of the gateway: the real engine and the real adapter, from a start to a death.</summary>
internal sealed class GatewayProcess
{
    public const string AccountName = "DEFAULT";

    /// <summary>What a dead process awaits.</summary>
    public static readonly Task Never = new TaskCompletionSource().Task;

    private readonly World world;
    private readonly NetworkDialer dialer;
    private readonly FlawedVenue venue;
    private readonly CancellationTokenSource stop = new();
    private ReadOnlyMemory<byte> late;

    public GatewayProcess(World world)
    {
        this.world = world;
        Context = new ProcessContext(world.Timeline);
        Clock = new ProcessClock(world.Timeline, Context, () => world.WallOffset);
        dialer = new NetworkDialer(world, this);
        var options = new HyperliquidOptions { RateBudgets = false, Accounts = { [AccountName] = TrueVenue.Options } };
        Venue = new HyperliquidVenue(options, dialer, new InfoHandler(world, this), Clock, world.Loggers, world.Seed);
        venue = new FlawedVenue(Venue, world.Flaw);
        var journal = new DiskJournal(world.Disk, record => world.Witness.Record(this, record), WriteAsync);
        Engine = new OrderEngine(
            journal, [venue], new OrderEngineOptions { DrawInstance = () => World.Instance }, Clock, world.Loggers.CreateLogger<OrderEngine>());
    }

    public ProcessContext Context { get; }

    public ProcessClock Clock { get; }

    public HyperliquidVenue Venue { get; }

    public OrderEngine Engine { get; }

    public bool IsDead => Context.IsDead;

    public void Start() => Context.Run(() => _ = RunAsync());

    /// <summary>Stops as an operator stops it: in order.</summary>
    public void Stop() => Context.Run(stop.Cancel);

    /// <summary>Dies if this trouble strikes now.</summary>
    public bool DiesOf(Trouble trouble)
    {
        if (IsDead)
            return true;
        if (!world.Weather.Strikes(trouble))
            return false;
        Die(trouble);
        return true;
    }

    private void Die(Trouble trouble)
    {
        world.Tell($"dies of {trouble}");
        Context.Die();
        dialer.HangUp();
        world.Buried(this, trouble);
    }

    private async Task RunAsync()
    {
        try
        {
            var running = Engine.RunAsync(stop.Token);
            await Engine.Replayed;
            world.Replayed(this);
            await await Task.WhenAny(running, venue.RunAsync(Engine.Instance, Engine, stop.Token));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            world.Tell("gateway stopped");
        }
#pragma warning disable CA1031 // Whatever ends the gateway without being asked to is what is looked for here.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            world.Violated("broken", defect.ToString());
        }
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> flushed)
    {
        var bytes = world.Flaw.FlushesLate ? late : flushed;
        late = flushed;
        if (world.Weather.Next(3) == 0)
            await Task.Delay(world.Weather.Drawn(TimeSpan.FromMilliseconds(3)), Clock);
        if (DiesOf(Trouble.KillBeforeWrite))
            await Never;
        if (world.Weather.Strikes(Trouble.KillInWrite))
        {
            world.Disk.Write(bytes.Span[..world.Weather.Next(bytes.Length + 1)]);
            Die(Trouble.KillInWrite);
            await Never;
        }

        world.Disk.Write(bytes.Span);
        if (DiesOf(Trouble.KillAfterWrite))
            await Never;
        if (world.Weather.Next(3) == 0)
            await Task.Delay(world.Weather.Drawn(TimeSpan.FromMilliseconds(3)), Clock);
    }
}
