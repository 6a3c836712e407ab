using Gateway.Orders;
using Gateway.Orders.Archive;
using Gateway.Orders.Decisions;
using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;
using Gateway.Testing.Orders;
using Gateway.Venues;

namespace Gateway.Benchmarks.OrderPath;

/// <summary>A ledger that orders are decided against and written into as the engine does it, without its loop. A millisecond passes with each record.</summary>
internal sealed class OrderBook : IDisposable
{
    public static readonly Actor Trader = new("demo", "demo", "demo");

    private static readonly AccountStatus Live = new(SampleMarkets.Venue, AccountPhase.Live);

    private static readonly DateTimeOffset Began = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly OrderIntent intent = SampleMarkets.Buy(99_000, 0.01m);

    private DateTimeOffset now = Began;
    private DateTimeOffset marked = DateTimeOffset.MinValue;

    /// <summary>An empty one.</summary>
    /// <param name="archive">Where orders go that have been out for a while; null: they stay in memory.</param>
    public OrderBook(string? archive = null)
    {
        Ledger = new Ledger(room: archive is null ? null : new FileRoom(archive));
        Apply(new LimitsSet([.. Limits()]));
    }

    public Ledger Ledger { get; }

    /// <summary>Decides one order.</summary>
    public JournalEvent Decide() =>
        PlaceDecision.Decide(Ledger, intent, Trader, Live, now, now, now + TimeSpan.FromSeconds(5)).Event!;

    /// <summary>Makes what happened true.</summary>
    public void Apply(JournalEvent happened)
    {
        now += TimeSpan.FromMilliseconds(1);
        if (now - marked >= TimeSpan.FromSeconds(10))
        {
            marked = now;
            Ledger.Risk.Marks.Update(SampleMarkets.Btc.Base.Id, new(100_000), now, now);
        }

        Ledger.Apply(RecordOf(happened), out _);
    }

    /// <summary>The next record.</summary>
    public JournalRecord RecordOf(JournalEvent happened) => new(Ledger.Sequence + 1, now, Trader, happened);

    /// <summary>An order from its decision to its acknowledgement.</summary>
    public OrderId PlaceAndAcknowledge()
    {
        var order = Ledger.NextOrder;
        Apply(Decide());
        Apply(new OrderSent(order, now));
        Apply(new OrderAcknowledged(order, $"{order.Value + 1_000_000}", now));
        return order;
    }

    /// <summary>Ends an order that was canceled.</summary>
    public void End(OrderId order) => Apply(new OrderDone(order, DoneCause.Canceled, Quantity.Zero, "canceled", null, now));

    /// <summary>Brings what has retired to the disk, as each snapshot does.</summary>
    public async ValueTask SealAsync()
    {
        if (!Ledger.TryFreezeArchive())
            return;
        await Ledger.SealArchiveAsync($"{Ledger.Sequence}", CancellationToken.None);
        Ledger.AdoptArchive();
    }

    public void Dispose() => Ledger.Dispose();

    /// <summary>Enough for everybody at every scope, so that nothing is skipped and nothing refused.</summary>
    public static IEnumerable<Limit> Limits() =>
        from kind in AmountKind.All
        from set in (IEnumerable<LimitSet>)[new LimitSet.Firm(), new LimitSet.Desk("demo"), new LimitSet.Trader("demo"), new LimitSet.Account(SampleMarkets.Account)]
        from scope in (IEnumerable<LimitScope>)
        [
            new LimitScope.Global(), new LimitScope.Venue(SampleMarkets.Venue), new LimitScope.Route(SampleMarkets.Route),
            new LimitScope.Product(SampleMarkets.Btc.Base.Id), new LimitScope.TradableProduct(SampleMarkets.Btc.Id),
        ]
        select new AmountLimit(kind, set, scope, new LimitAmount(1_000_000_000_000));
}
