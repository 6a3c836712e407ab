namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// Which legs of our orders the venue's numbers belong to, for messages without a cloid. Remembers the newest 65,536; older
/// ones are recognised by their cloid.
/// </summary>
internal sealed class ExchangeOrders
{
    private const int Most = 65_536;

    private readonly Lock gate = new();
    private readonly Dictionary<long, OrderLeg> orders = [];
    private readonly Queue<long> oldest = [];

    public void Add(long exchangeOrderId, OrderLeg order)
    {
        lock (gate)
        {
            if (!orders.TryAdd(exchangeOrderId, order))
                return;
            oldest.Enqueue(exchangeOrderId);
            if (oldest.Count > Most)
                orders.Remove(oldest.Dequeue());
        }
    }

    public OrderLeg? Find(long exchangeOrderId)
    {
        lock (gate)
            return orders.TryGetValue(exchangeOrderId, out var order) ? order : null;
    }
}
