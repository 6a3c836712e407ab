using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Orders.Journal;
using Gateway.Server.Operations;
using Gateway.Server.Requests;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Requests.Orderflow;
using Gateway.Server.Sessions;
using Gateway.Server.Sockets;
using Gateway.Torture.Tests.Disks;
using Gateway.Torture.Tests.Flaws;
using Gateway.Torture.Tests.Network;
using Gateway.Venues;
using Gateway.Venues.Hyperliquid;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Torture.Tests.Worlds;

/// <summary>One life of the gateway: the real server, engine and adapter, from a start to a death.</summary>
internal sealed class GatewayProcess
{
    /// <summary>Who has a key; the last one sets limits and halts.</summary>
    public static readonly IReadOnlyList<(string Name, string[] Accounts)> Customers =
        [("alice", ["DEFAULT"]), ("bob", ["DEFAULT", "OTHER"]), ("risk", ["DEFAULT", "OTHER"])];

    /// <summary>What a dead process awaits.</summary>
    public static readonly Task Never = new TaskCompletionSource().Task;

    private const int RecordsBetweenSnapshots = 60;

    private readonly World world;
    private readonly NetworkDialer dialer;
    private readonly FlawedVenue venue;
    private readonly ServiceProvider services;
    private readonly List<Line> lines = [];
    private readonly CancellationTokenSource stop = new();
    private ReadOnlyMemory<byte> late;

    public GatewayProcess(World world, int life)
    {
        this.world = world;
        Life = life;
        Context = new ProcessContext(world.Timeline);
        Clock = new ProcessClock(world.Timeline, Context, () => world.WallOffset);
        dialer = new NetworkDialer(world, this);
        // Prices move rarely and the list of markets never: reading them is most of what a quiet gateway does.
        var options = new HyperliquidOptions { RateBudgets = false, MarkRefresh = TimeSpan.FromSeconds(20), MarketRefresh = TimeSpan.FromMinutes(5) };
        foreach (var (name, account) in TrueVenue.Options)
            options.Accounts.Add(name, account);
        Venue = new HyperliquidVenue(options, dialer, new InfoHandler(world, this), Clock, world.Loggers, world.Seed);
        venue = new FlawedVenue(Venue, world.Flaw);
        Journal = new DiskJournal(world.Disk, world.Flaw.TellsShortage, record => world.Witness.Record(this, record), WriteAsync);
        services = Compose();
        Engine = services.GetRequiredService<OrderEngine>();
    }

    /// <summary>How many there were before it, and itself.</summary>
    public int Life { get; }

    /// <summary>What its engine knows, once the journal is replayed.</summary>
    public Ledger? Ledger { get; private set; }

    public ProcessContext Context { get; }

    public ProcessClock Clock { get; }

    public DiskJournal Journal { get; }

    public HyperliquidVenue Venue { get; }

    public OrderEngine Engine { get; }

    public bool IsDead => Context.IsDead;

    public void Start()
    {
        for (var lost = Life > 1 ? world.Flaw.LosesAtStart : 0; lost > 0; lost--)
            world.Disk.Truncate(world.Disk.Bytes.Span.TrimEnd((byte)'\n').LastIndexOf((byte)'\n') + 1);
        Context.Run(() => _ = RunAsync());
    }

    /// <summary>Serves a client's connection.</summary>
    public void Serve(Line line, string customer)
    {
        lines.Add(line);
        var client = services.GetRequiredService<KeyRing>().Clients.Single(known => known.Actor.Client == customer);
        Context.Run(() => _ = ServeAsync(line, client));
    }

    /// <summary>Lets a moment pass.</summary>
    public Task MomentAsync() => Task.Delay(world.Weather.Drawn(TimeSpan.FromMilliseconds(3)), Clock);

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
        lines.ForEach(line => line.Break());
        world.Buried(this, trouble);
    }

    private async Task RunAsync()
    {
        try
        {
            var running = Engine.RunAsync(stop.Token);
            await Engine.Replayed;
            Ledger = (Ledger)await Engine.ReadAsync(ledger => ledger, stop.Token);
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

    private async Task ServeAsync(Line line, Client client)
    {
        try
        {
            await services.ServeAsync(line, client, stop.Token);
        }
#pragma warning disable CA1031 // Whatever a connection does to the server is what is looked for here.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            world.Violated("broken connection", defect.ToString());
        }
    }

    // As Program does, without a host: what listens, and what starts and stops, is the world's.
    private ServiceProvider Compose()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.AddSockets();
        foreach (var request in Requests)
            builder.Services.Add(request);
        if (world.Flaw.Sweeps is { } sweeps)
            builder.Services.AddTransient<IRequestHandler<CancelAll, Answer<ImmutableArray<OrderId>>>>(services => new FlawedCancelAll(
                services.GetRequiredService<OrderEngine>(), services.GetRequiredService<Session>(), sweeps));
        builder.Services.AddOrders([venue]);
        builder.Services.AddSingleton(world.Loggers);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IJournal>(Journal);
        builder.Services.AddSingleton(new OrderEngineOptions
        {
            DrawInstance = () => World.Instance,
            SnapshotEvery = RecordsBetweenSnapshots,
            OpenRoom = _ => world.Archive.For(this),
        });
        builder.Services.AddSingleton(Catalogue);
        return builder.Services.BuildServiceProvider();
    }

    // The same for every gateway, and slow to make.
    private static readonly ServiceCollection Requests = FindRequests();
    private static readonly RequestCatalogue Catalogue = new(Requests.BuildServiceProvider());

    private static readonly Dictionary<string, string?> Settings = Customers.SelectMany((customer, index) => new[]
    {
        ($"Clients:{customer.Name}:KeySha256", new string((char)('1' + index), 64)),
        ($"Clients:{customer.Name}:Desk", "rates"),
    }
    .Concat(customer.Accounts.Select((account, number) => ($"Clients:{customer.Name}:Accounts:{number}", account)))
    .Concat(new[] { "View", "Trade", "Risk" }.Select((permission, number) => ($"Clients:{customer.Name}:Permissions:{number}", permission))))
    .ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2, StringComparer.Ordinal);

    private static ServiceCollection FindRequests()
    {
        var requests = new ServiceCollection();
        requests.AddRequests();
        return requests;
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

        if (!world.Flaw.LosesAtFullDisk || !world.Disk.IsFull)
            world.Disk.Write(bytes.Span);
        if (DiesOf(Trouble.KillAfterWrite))
            await Never;
        if (world.Weather.Next(3) == 0)
            await Task.Delay(world.Weather.Drawn(TimeSpan.FromMilliseconds(3)), Clock);
    }
}
