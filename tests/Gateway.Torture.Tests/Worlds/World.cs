using System.Security.Cryptography;
using Gateway.Torture.Tests.Clients;
using Gateway.Torture.Tests.Disks;
using Gateway.Torture.Tests.Flaws;
using Gateway.Torture.Tests.Network;
using Gateway.Torture.Tests.Promises;
using Gateway.Venues;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Torture.Tests.Worlds;

/// <summary>
/// One world, made from a seed: a venue, a gateway that dies and comes back, clients, and the weather between them. First a
/// time of troubles, then a calm in which everything has to come right.
/// </summary>
internal sealed class World
{
    public static readonly GatewayInstance Instance = new(0x70727475);

    /// <summary>How long things go wrong.</summary>
    public static readonly TimeSpan Troubles = TimeSpan.FromSeconds(25);

    // The longest wait in the gateway is a minute and a half, on top of the farthest that its clock can be ahead.
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(200);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestJump = TimeSpan.FromSeconds(90);

    private readonly Action<string>? trace;
    private readonly List<string> violations = [];
    private readonly List<Customer> customers;
    private readonly Trader trader;
    private readonly RiskDesk riskDesk;
    private readonly Sweeper sweeper;
    private readonly AsOrdered asOrdered;
    private bool hasChanged;

    public World(int seed, Flaw? flaw = null, Action<string>? trace = null)
    {
        Seed = seed;
        Flaw = flaw ?? Flaw.None;
        this.trace = trace;
        Timeline = new Timeline(seed);
        Weather = new Weather(seed);
        Loggers = trace is null ? NullLoggerFactory.Instance : new TracingLoggers(Tell);
        Venue = new TrueVenue(Timeline);
        Archive = new ArchiveDisk(this);
        Witness = new Witness(this);
        Clients = new ProcessContext(Timeline);
        customers = [.. GatewayProcess.Customers.Select(customer => new Customer(this, customer.Name, customer.Accounts))];
        sweeper = new Sweeper(this, customers);
        trader = new Trader(this, customers[..^1], sweeper);
        riskDesk = new RiskDesk(this, customers[^1]);
        asOrdered = new AsOrdered(this);
    }

    public int Seed { get; }

    /// <summary>What is wrong with the gateway on purpose.</summary>
    public Flaw Flaw { get; }

    public Timeline Timeline { get; }

    public Weather Weather { get; }

    public ILoggerFactory Loggers { get; }

    public TrueVenue Venue { get; }

    public MemoryDisk Disk { get; } = new();

    /// <summary>Where snapshots and archive lie.</summary>
    public ArchiveDisk Archive { get; }

    public Witness Witness { get; }

    public Flights Flights { get; } = new();

    /// <summary>Where the clients live; they do not die.</summary>
    public ProcessContext Clients { get; }

    /// <summary>The orders that were open when all was to be canceled, and were so.</summary>
    public HashSet<OrderId> Swept { get; } = [];

    /// <summary>Everybody who has a key.</summary>
    public IReadOnlyList<Customer> Customers => customers;

    /// <summary>The gateway that runs, if its journal is replayed.</summary>
    public GatewayProcess? Gateway { get; private set; }

    /// <summary>How far the wall clock of the gateway's machine is from the venue's.</summary>
    public TimeSpan WallOffset { get; private set; }

    /// <summary>Lives through it all.</summary>
    public Outcome Run()
    {
        Begin(new GatewayProcess(this, life: 1));
        trader.Begin();
        riskDesk.Begin();
        sweeper.Begin();
        for (var at = Beat; at <= Troubles; at += Beat)
        {
            Live(at);
            Trouble();
        }

        Weather.IsCalm = true;
        Venue.IsDown = false;
        Disk.IsFull = false;
        LiveCalmly(Calm);
        Demand(Settled.Broken(this));
        Demand(SweptEnd.BrokenAtTheEnd(this));
        Demand(FillsExactlyOnce.Broken(this));
        trader.TradeOn();
        LiveCalmly(TimeSpan.FromSeconds(5));
        trader.CancelEverything();
        LiveCalmly(Calm / 2);
        Demand(Settled.Broken(this));
        Demand(FillsExactlyOnce.Broken(this));
        Demand(FinalStates.Broken(this));
        Demand(CancelsPass.Broken(this, trader));
        CompareWithEngine();
        Gateway?.Stop();
        Live(Timeline.Now + TimeSpan.FromSeconds(1));
        Demand(StateEqualsJournal.Broken(this));
        if (Timeline.Hop is { } hop)
            Violated("another thread", hop);
        return new Outcome(Seed, violations, Weather.Struck, Witness.Ledger.NextOrder.Value - 1, Venue.Fills.Count(), Timeline.Steps,
            Convert.ToHexStringLower(SHA256.HashData(Disk.Bytes.Span)));
    }

    /// <summary>A gateway has replayed its journal.</summary>
    public void Replayed(GatewayProcess gateway)
    {
        Gateway = gateway;
        Tell("gateway replayed");
        Clients.Run(() => customers.ForEach(customer => customer.Connect(gateway)));
    }

    /// <summary>A gateway has died; another one starts after a while.</summary>
    public void Buried(GatewayProcess gateway, Trouble trouble)
    {
        Tell($"gateway died: {trouble}");
        Gateway = null;
        Witness.Bury();
        var pause = Weather.Drawn(TimeSpan.FromSeconds(Weather.Next(4) == 0 ? 10 : 1));
        Timeline.After(pause, owner: null, () => Begin(new GatewayProcess(this, gateway.Life + 1)));
    }

    /// <summary>Something happened that a promise may speak of.</summary>
    public void Changed() => hasChanged = true;

    public void Violated(string promise, string how)
    {
        violations.Add($"{promise}: {how}");
        Tell($"VIOLATED {promise}: {how}");
    }

    public void Tell(string what) => trace?.Invoke($"{Timeline.Now.TotalSeconds:F6} {what}");

    private void Begin(GatewayProcess gateway)
    {
        Tell("gateway starts");
        living = gateway;
        gateway.Start();
    }

    private GatewayProcess? living;

    private void Live(TimeSpan until)
    {
        while (violations.Count == 0 && Timeline.Step(until))
        {
            if (!hasChanged)
                continue;
            hasChanged = false;
            Demand(AtMostOnce.Broken(this));
            Demand(OpenIsCounted.Broken(this));
            Demand(LimitsCountOpen.Broken(this));
            Demand(SweptEnd.Broken(this));
            Demand(asOrdered.Broken());
        }
    }

    private void LiveCalmly(TimeSpan time)
    {
        for (var end = Timeline.Now + time; Timeline.Now < end && violations.Count == 0;)
        {
            Live(Timeline.Now + TimeSpan.FromSeconds(1));
            Venue.Simulation.Beat();
        }
    }

    private void Trouble()
    {
        Venue.Simulation.Beat();
        if (Weather.Next(4) == 0)
            Venue.MoveMark(60_000 * (1 + ((Weather.Next(41) - 20) / 10_000m)));
        if (Weather.Next(40) == 0)
            Venue.TradeElsewhere(Weather.Next(2), Weather.Next(2) == 0, 0.001m);
        if (Weather.Next(30) == 0)
            Venue.RestElsewhere(Weather.Next(2), Weather.Next(2) == 0, 0.001m);
        if (Weather.Next(30) == 0)
            Venue.CancelElsewhere(Weather.Next(100));
        if (Weather.Strikes(Worlds.Trouble.VenueRestart))
            RestartVenue();
        if (Weather.Strikes(Worlds.Trouble.DiskFull))
            FillDisk();
        if (Weather.Strikes(Worlds.Trouble.ClockJump))
            WallOffset = Weather.Drawn(2 * LongestJump) - LongestJump;
        if (Weather.Strikes(Worlds.Trouble.ClientLeaves))
            Clients.Run(customers[Weather.Next(customers.Count)].Leave);
        _ = living?.DiesOf(Worlds.Trouble.KillAnywhere);
        Changed();
    }

    private void RestartVenue()
    {
        Tell("venue restarts");
        Venue.IsDown = true;
        Venue.DropConnections();
        Timeline.After(Weather.Drawn(TimeSpan.FromSeconds(4)), owner: null, () => Venue.IsDown = false);
    }

    private void FillDisk()
    {
        Tell("the disk is full");
        Disk.IsFull = true;
        Timeline.After(Weather.Drawn(TimeSpan.FromSeconds(8)), owner: null, () => Disk.IsFull = false);
    }

    private void CompareWithEngine()
    {
        if (Gateway is { } gateway && violations.Count == 0)
            Clients.Run(() => _ = StateEqualsJournal.CompareAsync(this, gateway));
        Live(Timeline.Now + TimeSpan.FromSeconds(1));
    }

    private void Demand(IEnumerable<string> broken)
    {
        if (violations.Count > 0)
            return;
        foreach (var violation in broken)
            Violated("promise", violation);
    }
}
