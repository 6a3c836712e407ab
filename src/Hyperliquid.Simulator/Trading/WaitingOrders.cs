using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>Orders that wait for their trigger, oldest first.</summary>
internal sealed class WaitingOrders(Func<Instrument, Market> marketOf)
{
    private readonly SortedDictionary<long, Order> byOid = [];

    public void Add(Order order) => byOid.Add(order.Oid, order);

    public void Remove(Order order) => byOid.Remove(order.Oid);

    /// <summary>Those that the present marks fire; children of an unfilled parent do not fire.</summary>
    public IReadOnlyList<Order> Reached() => [.. byOid.Values.Where(IsReached)];

    private bool IsReached(Order order) =>
        order.Attachment is not { AwaitsParent: true }
        && order.Terms.Trigger!.IsReachedAt(marketOf(order.Instrument).MarkPx, order.IsBuy);
}
