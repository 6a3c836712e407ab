using System.Diagnostics.CodeAnalysis;
using Gateway.Orders.Archive;
using Gateway.Orders.Halts;
using Gateway.Orders.Journal;
using Gateway.Orders.Limits;
using Gateway.Orders.Snapshots;
using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>
/// All order state, made from journal events and nothing else, all of them or those after a snapshot. Orders that are out leave memory
/// for the archive once they have been so for a while, by the times of the records, or once enough others are, and come back where a late
/// fill changes them.
/// </summary>
internal sealed class Ledger : IReadOnlyLedger, IDisposable
{
    /// <summary>
    /// So many orders that are out stay in memory at most. They are at hand for questions that come at once; what lives longer than that
    /// is what a garbage collector has to carry along, and whoever trades fast ends far more orders in a minute.
    /// </summary>
    internal const int MostEnded = 1024;

    private readonly Dictionary<OrderId, LinkedListNode<Order>> live = [];
    private readonly LinkedList<Order> open = [];
    private readonly Dictionary<OrderId, Order> ended = [];
    private readonly Queue<(DateTimeOffset Since, OrderId Order)> retiring = [];
    private readonly Dictionary<(AccountName Account, string ClientOrderId), OrderId> named = [];
    private readonly Dictionary<(AccountName Account, string ExchangeOrderId), OrderId> foreign = [];
    private readonly OrderArchive orders;
    private readonly FillArchive fills;
    private readonly Dictionary<AccountName, FillMark> marks = [];
    private long lastOrder;
    private Order? changed;

    /// <summary>An empty one.</summary>
    /// <param name="limits">What of limits is decided by whoever runs the gateway.</param>
    /// <param name="room">Where what leaves memory goes; null: it does not leave it.</param>
    public Ledger(LimitOptions? limits = null, IRoom? room = null)
    {
        Risk = new(limits ?? new LimitOptions());
        room ??= new MemoryRoom();
        orders = new(room);
        fills = new(room);
    }

    /// <summary>What stands between an intent and an order.</summary>
    public Risk Risk { get; }

    public LimitBook Limits => Risk.Limits;

    public ExposureBook Exposures => Risk.Exposures;

    public HaltBook Halts => Risk.Halts;

    public IEnumerable<Order> Open => open;

    public FillLog Fills => new(fills);

    /// <summary>How many orders are in memory.</summary>
    public int InMemory => live.Count + ended.Count;

    public long Sequence { get; private set; }

    public GatewayInstance? Instance { get; private set; }

    /// <summary>The order that the last record took out of doubt; null: it took none.</summary>
    public Order? Settled { get; private set; }

    /// <summary>Whether the last process might have sent orders of which a power cut left no record.</summary>
    public bool LatestMayBeLost { get; private set; }

    /// <summary>The number of the next order.</summary>
    public OrderId NextOrder => new(lastOrder + 1);

    /// <summary>An order that is known to exist.</summary>
    public Order this[OrderId id] =>
        Find(id) ?? throw new InvalidOperationException($"The journal speaks of order {id} before it was placed.");

    public Order? Find(OrderId id) => Recall(id) ?? orders.Find(id);

    public Order? Recall(OrderId id) => live.TryGetValue(id, out var node) ? node.Value : ended.GetValueOrDefault(id);

    /// <summary>The order if it is not out. This never reads from the disk.</summary>
    public Order? FindOpen(OrderId id) => live.GetValueOrDefault(id)?.Value;

    public OrderFill? FindFill(string fillId) => fills.Find(fillId);

    /// <summary>The order that a client gave this name, if any.</summary>
    public Order? FindNamed(AccountName account, string clientOrderId) =>
        (named.TryGetValue((account, clientOrderId), out var id) ? id : orders.FindNamed(account, clientOrderId)) is { } known ? Find(known) : null;

    /// <summary>The foreign order of that number at its venue; null: none is in memory.</summary>
    public Order? FindForeign(AccountName account, string exchangeOrderId) =>
        foreign.TryGetValue((account, exchangeOrderId), out var id) ? Recall(id) : null;

    /// <summary>Up to when the fills of an account are known.</summary>
    public FillMark FillsOf(AccountName account)
    {
        if (!marks.TryGetValue(account, out var mark))
            marks.Add(account, mark = new FillMark());
        return mark;
    }

    /// <summary>Makes a record true.</summary>
    /// <param name="record">The next record of the journal.</param>
    /// <param name="update">The order whose visible state it changed.</param>
    /// <returns>Whether it changed one.</returns>
    public bool Apply(in JournalRecord record, [NotNullWhen(true)] out Order? update)
    {
        if (record.Sequence != Sequence + 1)
            throw new InvalidOperationException($"Record {record.Sequence} cannot follow record {Sequence}.");
        Sequence = record.Sequence;
        changed = null;
        Settled = null;
        Retire(record.Time);
        record.Event.Apply(this, record);
        update = changed;
        return update is not null;
    }

    /// <summary>What has to be written down to go on from here in another process. It does not change.</summary>
    public LedgerState Capture() => new()
    {
        Instance = Instance,
        LatestMayBeLost = LatestMayBeLost,
        LastOrder = lastOrder,
        Open = [.. open],
        Ended = [.. ended.Values],
        Named = [.. named.Values],
        Retiring = [.. retiring],
        Marks = [.. marks.Select(mark => (mark.Key, mark.Value.State))],
        Limits = Limits.All,
        Halts = Halts.Active,
        Fills = Exposures.Counted,
        FillsAsOf = Exposures.AsOf,
    };

    /// <summary>Goes on from what was captured; this ledger is empty.</summary>
    public void Restore(long sequence, LedgerState state, ArchiveStamp archive)
    {
        orders.Resume(archive.Orders);
        fills.Resume(archive.Fills);
        (Sequence, Instance, LatestMayBeLost, lastOrder) = (sequence, state.Instance, state.LatestMayBeLost, state.LastOrder);
        Limits.Set(state.Limits);
        foreach (var halt in state.Halts)
            Halts.Halt(halt);
        foreach (var order in state.Open)
        {
            live.Add(order.Id, open.AddLast(order));
            Risk.Count(before: null, order);
        }

        foreach (var order in state.Ended)
            ended.Add(order.Id, order);
        foreach (var order in state.Open.Concat(state.Ended).Where(order => order.IsForeign))
            foreign[KeyOf(order)] = order.Id;
        foreach (var id in state.Named)
            Name(Recall(id)!);
        foreach (var one in state.Retiring)
            retiring.Enqueue(one);
        foreach (var (account, mark) in state.Marks)
            marks.Add(account, new FillMark(mark));
        Risk.Restore(state.Fills, state.FillsAsOf);
    }

    /// <summary>Sets apart what of the archive is to be brought to the disk.</summary>
    /// <returns>False if the disk is full: nothing has changed.</returns>
    public bool TryFreezeArchive()
    {
        if (!orders.TryFreeze())
            return false;
        if (fills.TryFreeze())
            return true;
        orders.Thaw();
        return false;
    }

    /// <summary>Brings what was set apart to the disk. Only this may run while the ledger goes on.</summary>
    public async ValueTask<ArchiveStamp> SealArchiveAsync(string mark, CancellationToken cancellationToken) =>
        new(await orders.SealAsync(mark, cancellationToken), await fills.SealAsync(mark, cancellationToken));

    /// <summary>Goes on with what was brought to the disk.</summary>
    public void AdoptArchive()
    {
        orders.Adopt();
        fills.Adopt();
    }

    /// <summary>Takes back what was set apart: it could not be brought to the disk.</summary>
    public void ThawArchive()
    {
        orders.Thaw();
        fills.Thaw();
    }

    internal void Begin(GatewayInstance instance) =>
        Instance = Instance is null ? instance : throw new InvalidOperationException("The journal was begun twice.");

    internal void BeginRun(bool mayLose)
    {
        LatestMayBeLost = mayLose;
        foreach (var mark in marks.Values)
            mark.Lose();
    }

    internal void SkipNumbers(OrderId through) => lastOrder = through.Value;

    internal void Add(Order order)
    {
        if (order.Id.Value <= lastOrder)
            throw new InvalidOperationException($"The journal places order {order.Id} after order {lastOrder}: a number is used once.");
        lastOrder = order.Id.Value;
        Risk.Count(before: null, order);
        if (order.IsOut)
            End(order);
        else
            live.Add(order.Id, open.AddLast(order));
        if (order.Terms.ClientOrderId is not null)
            Name(order);
        if (order.IsForeign)
            foreign[KeyOf(order)] = order.Id;
        changed = order;
    }

    internal void Add(OrderFill fill)
    {
        fills.Add(fill);
        FillsOf(fill.Fill.Account).Add(fill.Fill.TradeTime);
    }

    internal void Change(OrderId id, in JournalRecord record, Order next)
    {
        live.TryGetValue(id, out var node);
        var before = node?.Value ?? this[id];
        if (LooksDifferent(before, next))
            changed = next = next with { Sequence = record.Sequence, Updated = record.Time };

        if (before.State.HasFlag(OrderState.Stale) && !next.State.HasFlag(OrderState.Stale))
            Settled = next;
        Risk.Count(before, next);
        if (node is null)
        {
            End(next);
        }
        else if (next.IsOut)
        {
            open.Remove(node);
            live.Remove(id);
            End(next);
        }
        else
        {
            node.Value = next;
        }
    }

    public void Dispose()
    {
        orders.Dispose();
        fills.Dispose();
    }

    private void End(Order order)
    {
        ended[order.Id] = order;
        retiring.Enqueue((order.Updated, order.Id));
    }

    private void Name(Order order) => named.Add((order.Terms.Account, order.Terms.ClientOrderId!), order.Id);

    private static (AccountName, string) KeyOf(Order order) => (order.Terms.Account, order.ExchangeOrderId!);

    private void Retire(DateTimeOffset now)
    {
        var patience = Limits.Of(ThresholdKind.OutRetire);
        while (retiring.TryPeek(out var next) && (retiring.Count > MostEnded || now - next.Since >= patience))
        {
            if (ended.TryGetValue(next.Order, out var order))
            {
                // One that a late fill brought back has its name in the archive already.
                orders.Add(order, isNew: named.Remove((order.Terms.Account, order.Terms.ClientOrderId ?? "")));
                ended.Remove(next.Order);
                if (order.IsForeign)
                    foreign.Remove(KeyOf(order));
            }

            retiring.Dequeue();
        }
    }

    // What an update shows; the rest of an order changes without one.
    private static bool LooksDifferent(Order before, Order after) =>
        before.State != after.State
        || before.Terms != after.Terms
        || before.Filled != after.Filled
        || before.AveragePrice != after.AveragePrice
        || !string.Equals(before.RejectReason, after.RejectReason, StringComparison.Ordinal);
}
