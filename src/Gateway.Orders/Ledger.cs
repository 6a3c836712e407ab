using System.Diagnostics.CodeAnalysis;
using Gateway.Orders.Halts;
using Gateway.Orders.Journal;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>
/// All order state, made from journal events and nothing else. Orders that are out lie apart from those that are not, so
/// that work on live orders does not grow with history, and so that retiring them from memory concerns this file only.
/// </summary>
internal sealed class Ledger(LimitOptions? limits = null) : IReadOnlyLedger
{
    private readonly Dictionary<OrderId, LinkedListNode<Order>> live = [];
    private readonly LinkedList<Order> open = [];
    private readonly Dictionary<OrderId, Order> retired = [];
    private readonly Dictionary<(AccountName Account, string ClientOrderId), OrderId> named = [];
    private readonly Dictionary<string, OrderFill> fillsById = new(StringComparer.Ordinal);
    private readonly List<OrderFill> fills = [];
    private readonly Dictionary<AccountName, FillMark> marks = [];
    private long lastOrder;
    private Order? changed;

    /// <summary>What stands between an intent and an order.</summary>
    public Risk Risk { get; } = new(limits ?? new LimitOptions());

    public LimitBook Limits => Risk.Limits;

    public ExposureBook Exposures => Risk.Exposures;

    public HaltBook Halts => Risk.Halts;

    public IEnumerable<Order> Open => open;

    public IReadOnlyList<OrderFill> Fills => fills;

    public long Sequence { get; private set; }

    public GatewayInstance? Instance { get; private set; }

    /// <summary>Whether the last process might have sent orders of which a power cut left no record.</summary>
    public bool LatestMayBeLost { get; private set; }

    /// <summary>The number of the next order.</summary>
    public OrderId NextOrder => new(lastOrder + 1);

    /// <summary>An order that is known to exist.</summary>
    public Order this[OrderId id] =>
        Find(id) ?? throw new InvalidOperationException($"The journal speaks of order {id} before it was placed.");

    public Order? Find(OrderId id) =>
        live.TryGetValue(id, out var node) ? node.Value : retired.GetValueOrDefault(id);

    public OrderFill? FindFill(string fillId) => fillsById.GetValueOrDefault(fillId);

    /// <summary>The order that a client gave this name, if any.</summary>
    public Order? FindNamed(AccountName account, string clientOrderId) =>
        named.TryGetValue((account, clientOrderId), out var id) ? Find(id) : null;

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
        record.Event.Apply(this, record);
        update = changed;
        return update is not null;
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
        lastOrder = order.Id.Value;
        Risk.Count(before: null, order);
        if (order.IsOut)
            retired.Add(order.Id, order);
        else
            live.Add(order.Id, open.AddLast(order));
        if (order.Terms.ClientOrderId is { } name)
            named.Add((order.Terms.Account, name), order.Id);
        changed = order;
    }

    internal void Add(OrderFill fill)
    {
        fillsById.Add(fill.FillId, fill);
        fills.Add(fill);
        FillsOf(fill.Fill.Account).Add(fill.Fill.TradeTime);
    }

    internal void Change(OrderId id, in JournalRecord record, Order next)
    {
        var before = this[id];
        if (LooksDifferent(before, next))
            changed = next = next with { Sequence = record.Sequence, Updated = record.Time };

        Risk.Count(before, next);
        if (!live.TryGetValue(id, out var node))
        {
            retired[id] = next;
        }
        else if (next.IsOut)
        {
            open.Remove(node);
            live.Remove(id);
            retired.Add(id, next);
        }
        else
        {
            node.Value = next;
        }
    }

    // What an update shows; the rest of an order changes without one.
    private static bool LooksDifferent(Order before, Order after) =>
        before.State != after.State
        || before.Filled != after.Filled
        || before.AveragePrice != after.AveragePrice
        || !string.Equals(before.RejectReason, after.RejectReason, StringComparison.Ordinal);
}
