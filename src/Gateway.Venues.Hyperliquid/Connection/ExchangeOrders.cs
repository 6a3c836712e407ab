using System.Runtime.InteropServices;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// Which legs of our orders the venue's numbers belong to, for messages without a cloid, and which of them the feed has still to tell of
/// what their answer told. Remembers the newest 65,536; older ones are recognised by their cloid.
/// </summary>
internal sealed class ExchangeOrders
{
    private const int Most = 65_536;

    private readonly Lock gate = new();
    private readonly Dictionary<long, Known> orders = [];
    private readonly Queue<long> oldest = [];

    /// <param name="exchangeOrderId">The venue's number.</param>
    /// <param name="order">The leg of our order.</param>
    /// <param name="isAnswered">Whether its answer tells that it stands.</param>
    public void Add(long exchangeOrderId, OrderLeg order, bool isAnswered)
    {
        lock (gate)
        {
            if (!orders.TryAdd(exchangeOrderId, new(order, isAnswered)))
                return;
            oldest.Enqueue(exchangeOrderId);
            if (oldest.Count > Most)
                orders.Remove(oldest.Dequeue());
        }
    }

    public OrderLeg? Find(long exchangeOrderId)
    {
        lock (gate)
            return orders.TryGetValue(exchangeOrderId, out var known) ? known.Leg : null;
    }

    /// <summary>Whether the answer of this leg has told that it stands, and the feed has not yet; from now on the feed has.</summary>
    public bool TryTakeAnswered(long exchangeOrderId, OrderLeg order)
    {
        lock (gate)
        {
            if (!orders.TryGetValue(exchangeOrderId, out var known) || known != new Known(order, IsAnswered: true))
                return false;
            orders[exchangeOrderId] = known with { IsAnswered = false };
            return true;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Known(OrderLeg Leg, bool IsAnswered);
}
