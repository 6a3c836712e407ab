using Gateway.Orders;
using Gateway.Orders.Journal;
using Gateway.Testing;
using Gateway.Testing.Orders;
using Gateway.Venues;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Benchmarks.OrderPath;

/// <summary>
/// The order core as it is shipped, its journal on the disk (<see cref="JournalFlush.Interval"/>) and limits for everybody at every scope, on one
/// thread: a venue that takes everything is played here, and one client listens to all orders.
/// </summary>
internal sealed class StagedEngine : IVenue, IMarketData, IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("gateway-bench-");
    private readonly SingleThread thread = new();
    private readonly CancellationTokenSource stop = new();
    private readonly OrderIntent intent = SampleMarkets.Buy(99_000, 0.01m);
    private readonly FileJournal journal;
    private readonly OrderEngine engine;
    private readonly Task running;
    private readonly OrderSubscription subscription;

    // As the venues' own: one that is at hand, and not one made for each question.
    private Mark mark = new(new(100_000), TimeProvider.System.GetUtcNow());
    private long number = 1_000_000;

    public StagedEngine()
    {
        SynchronizationContext.SetSynchronizationContext(thread);
        journal = new(
            new() { Directory = directory.FullName, Flush = JournalFlush.Interval }, TimeProvider.System, NullLogger<FileJournal>.Instance);
        engine = new(journal, [this], new() { SnapshotEvery = long.MaxValue }, TimeProvider.System, NullLogger<OrderEngine>.Instance);
        running = engine.RunAsync(stop.Token);
        thread.RunReady();
        Report(new VenueEvent.AccountConnected(SampleMarkets.Account, 1, Now));
        Report(new VenueEvent.AccountReconciled(SampleMarkets.Account, 1, Now));
        var limits = engine.SetLimitsAsync([.. OrderBook.Limits()], OrderBook.Trader, default).AsTask();
        var subscribed = engine.SubscribeAsync(_ => true, after: null, default).AsTask();
        thread.RunReady();
        limits.GetAwaiter().GetResult();
        subscription = subscribed.GetAwaiter().GetResult().Match(found => found, why => throw new InvalidOperationException(why.Message));
    }

    public VenueId Id => SampleMarkets.Venue;

    public IReadOnlyList<RouteId> Routes { get; } = [SampleMarkets.Route];

    public IReadOnlyList<AccountName> Accounts { get; } = [SampleMarkets.Account];

    public IMarketData MarketData => this;

    public Universe Universe => SampleMarkets.Universe;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Places an order as one that was read from a client, until the venue has its instruction and the client its first state.</summary>
    public OrderId Place()
    {
        var placed = engine.EnterAsync(intent, OrderBook.Trader, default);
        engine.Go();
        thread.RunReady();
        Listen(updates: 1);
        return placed.IsCompleted && placed.Result.TryGet(out var order, out _) ? order : throw new InvalidOperationException("The order was not placed.");
    }

    /// <summary>The venue's answer, as the adapter tells it: that the order was sent, and then that it stands.</summary>
    public VenueEvent.OrderAcknowledged Acknowledge(OrderId order)
    {
        var acknowledged = new VenueEvent.OrderAcknowledged(SampleMarkets.Account, order, number++.ToString(), Now);
        Taken(engine.ReportAsync([new VenueEvent.OrderSent(SampleMarkets.Account, order, Now)], default));
        Taken(engine.ReportAsync([acknowledged], default));
        thread.RunReady();
        Listen(updates: 1);
        return acknowledged;
    }

    /// <summary>The same told once more, by the venue's feed.</summary>
    public void Repeat(VenueEvent.OrderAcknowledged acknowledged)
    {
        Report(acknowledged);
        Listen(updates: 0);
    }

    /// <summary>The order has ended.</summary>
    public void End(OrderId order)
    {
        Report(new VenueEvent.OrderDone(SampleMarkets.Account, order, DoneCause.Canceled, Quantity.Zero, "canceled", null, Now));
        Listen(updates: 1);
    }

    /// <summary>Tells the price anew, so that it is never too old.</summary>
    public void Quote() => mark = new(mark.Price, Now);

    public Mark? MarkOf(ProductId product) => product == SampleMarkets.Btc.Base.Id ? mark : null;

    public Task RunAsync(GatewayInstance instance, IVenueListener listener, CancellationToken cancellationToken) => Task.CompletedTask;

    public IReadOnlyList<Instruction> Submit(IReadOnlyList<Instruction> instructions) => [];

    public void Dispose()
    {
        stop.Cancel();
        thread.RunReady();
        if (!running.IsCompleted)
            throw new InvalidOperationException("The engine has not stopped.");
        SynchronizationContext.SetSynchronizationContext(null);
        journal.DisposeAsync().AsTask().GetAwaiter().GetResult();
        stop.Dispose();
        directory.Delete(recursive: true);
    }

    private void Report(VenueEvent news)
    {
        Taken(engine.ReportAsync(news, default));
        thread.RunReady();
    }

    private static void Taken(ValueTask report)
    {
        if (!report.IsCompletedSuccessfully)
            throw new InvalidOperationException("The engine had no room for news.");
    }

    private void Listen(int updates)
    {
        while (subscription.TryTake(out var batch))
            updates -= batch.Length;
        if (updates != 0)
            throw new InvalidOperationException($"{updates} updates are missing; below zero: too many came.");
    }
}
