using Gateway.Orders.Journal.Events;
using Gateway.Testing;
using Gateway.Testing.Orders;
using Gateway.Testing.Venues;
using Gateway.Venues;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Orders.Tests;

/// <summary>An engine, its journal and a venue on one thread under a clock that only the test moves.</summary>
internal sealed class Rig
{
    public static readonly Actor Trader = new("demo", "alice", "rates");

    private readonly SingleThread thread;
    private readonly CancellationTokenSource stop = new();

    private Rig(SingleThread thread, ManualClock clock, MemoryJournal journal, OrderEngineOptions options, IReadOnlyList<AccountName> accounts)
    {
        this.thread = thread;
        Clock = clock;
        Journal = journal;
        Options = options;
        Venue = new FakeVenue(clock) { Telling = MustBeJournaled, Accounts = accounts };
        Engine = new OrderEngine(journal, [Venue], options, clock, NullLogger<OrderEngine>.Instance);
    }

    public ManualClock Clock { get; }

    public MemoryJournal Journal { get; }

    public OrderEngineOptions Options { get; }

    public FakeVenue Venue { get; }

    public OrderEngine Engine { get; }

    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Runs a scenario with an engine that is started and live.</summary>
    public static void Live(Func<Rig, Task> scenario, Action<OrderEngineOptions>? configure = null, params IReadOnlyList<AccountName> accounts) => Started(
        async rig =>
        {
            rig.GoLive();
            await scenario(rig);
        },
        configure,
        accounts);

    /// <summary>Runs a scenario with an engine that is started and not connected.</summary>
    public static void Started(Func<Rig, Task> scenario, Action<OrderEngineOptions>? configure = null, params IReadOnlyList<AccountName> accounts) => SingleThread.Run(async thread =>
    {
        var options = new OrderEngineOptions { DrawInstance = () => new(7) };
        configure?.Invoke(options);
        var rig = new Rig(thread, new ManualClock(), new MemoryJournal(), options, accounts is [] ? [SampleMarkets.Account] : accounts);
        rig.Start();
        await scenario(rig);
        rig.Stop();
    });

    /// <summary>The process dies and another one starts, which finds what was flushed, or only the first records of it.</summary>
    public Rig Restart(int? records = null, bool live = false)
    {
        var next = new Rig(thread, Clock, Journal.AfterCrash(records), Options, Venue.Accounts);
        next.Start();
        if (live)
            next.GoLive();
        return next;
    }

    public void GoLive()
    {
        foreach (var account in Venue.Accounts)
        {
            Venue.Connect(account);
            Settle();
            Venue.Reconciled(account);
            Settle();
        }
    }

    /// <summary>Lets everything run that can.</summary>
    public void Settle() => thread.RunReady();

    public void Advance(double seconds)
    {
        Settle();
        for (var left = seconds; left > 0; left--)
        {
            Clock.Advance(TimeSpan.FromSeconds(Math.Min(left, 1)));
            Settle();
        }
    }

    public OrderId Place(decimal price = 100000m, decimal quantity = 0.01m, string? clientOrderId = null) =>
        Accepted(TryPlace(SampleMarkets.Buy(price, quantity) with { ClientOrderId = clientOrderId }));

    public Reply<OrderId> TryPlace(OrderIntent intent) => Finish(() => Engine.PlaceAsync(intent, Trader, default));

    public Reply<Unit> Modify(OrderId order, decimal? price = null, decimal? quantity = null) => Finish(() => Engine.ModifyAsync(
        new(order, SampleMarkets.Account, SampleMarkets.Btc, price is { } limit ? new(limit) : null, quantity is { } total ? new(total) : null), Trader, default));

    public Reply<Unit> Cancel(OrderId order) => Finish(() => Engine.CancelAsync(order, Trader, default));

    public Order Find(OrderId order) => Finish(() => Engine.ReadAsync(ledger => ledger.Find(order), default))!;

    public T Read<T>(Func<IReadOnlyLedger, T> question) => Finish(() => Engine.ReadAsync(question, default));

    /// <summary>Asks, after everything said before has arrived.</summary>
    public T Finish<T>(Func<ValueTask<T>> ask)
    {
        Settle();
        var task = ask().AsTask();
        Settle();
        Assert.True(task.IsCompleted, "No answer has come.");
        return task.GetAwaiter().GetResult();
    }

    public static Rejection Refused<T>(Reply<T> reply)
        where T : notnull
    {
        Assert.False(reply.TryGet(out _, out var rejection));
        return rejection;
    }

    public static T Accepted<T>(Reply<T> reply)
        where T : notnull
    {
        Assert.True(reply.TryGet(out var value, out var rejection), rejection?.Message);
        return value;
    }

    private void Start()
    {
        Running = Engine.RunAsync(stop.Token);
        Settle();
        if (!Engine.Replayed.IsCompletedSuccessfully)
            return;
        _ = Venue.RunAsync(Engine.Instance, Engine, stop.Token);
        Settle();
    }

    private void Stop()
    {
        stop.Cancel();
        Settle();
        Assert.True(Running.IsCompleted, "The engine has not stopped.");
    }

    // The first promise, checked in every scenario: nothing is told to a venue before its reason is durable.
    private void MustBeJournaled(Instruction instruction)
    {
        var durable = Journal.Durable;
        if (instruction is Instruction.Place place)
            Assert.Contains(durable, record => record.Event is OrderPlaced placed && placed.Order == place.Order);
        if (instruction is Instruction.Modify modify)
            Assert.Contains(durable, record => record.Event is ModifyRequested requested && requested.Order == modify.Order.Order && requested.Leg == modify.Leg);
        if (instruction is Instruction.Cancel cancel)
            Assert.Contains(durable, record => record.Event is CancelRequested requested && requested.Order == cancel.Order.Order);
    }
}
