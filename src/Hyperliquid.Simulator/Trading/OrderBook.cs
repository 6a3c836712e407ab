namespace Hyperliquid.Simulator.Trading;

/// <summary>Resting orders of one market by price, then by arrival.</summary>
internal sealed class OrderBook
{
    private readonly SortedSet<Order> bids = new(Comparer<Order>.Create((one, other) => Compare(other.LimitPx, one.LimitPx, one, other)));
    private readonly SortedSet<Order> asks = new(Comparer<Order>.Create((one, other) => Compare(one.LimitPx, other.LimitPx, one, other)));

    public Order? BestBid => bids.Min;

    public Order? BestAsk => asks.Min;

    /// <summary>Orders of one side, best first.</summary>
    public IEnumerable<Order> Side(bool bidSide) => bidSide ? bids : asks;

    /// <summary>The order that an incoming one meets first.</summary>
    public Order? Best(bool bidSide) => bidSide ? bids.Min : asks.Min;

    public void Add(Order order) => Of(order).Add(order);

    public void Remove(Order order) => Of(order).Remove(order);

    /// <summary>Sizes summed by price, best first.</summary>
    public IEnumerable<Level> Levels(bool bidSide, int most) => Side(bidSide)
        .GroupBy(order => order.LimitPx)
        .Take(most)
        .Select(level => new Level(level.Key, level.Sum(order => order.Sz), level.Count()));

    /// <summary>Half way between best bid and ask; null while one of them is missing.</summary>
    public decimal? Mid => BestBid is { } bid && BestAsk is { } ask ? (bid.LimitPx + ask.LimitPx) / 2 : null;

    // Oids grow with time, so they order arrivals.
    private static int Compare(decimal first, decimal second, Order one, Order other) =>
        first.CompareTo(second) is var byPrice and not 0 ? byPrice : one.Oid.CompareTo(other.Oid);

    private SortedSet<Order> Of(Order order) => order.IsBuy ? bids : asks;

    /// <summary>All orders at one price.</summary>
    /// <param name="Px">The price.</param>
    /// <param name="Sz">Sum of what rests there.</param>
    /// <param name="N">How many orders.</param>
    internal readonly record struct Level(decimal Px, decimal Sz, int N);
}
