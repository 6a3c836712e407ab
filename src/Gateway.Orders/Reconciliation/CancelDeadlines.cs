using Gateway.Venues;

namespace Gateway.Orders.Reconciliation;

/// <summary>By when each canceled order is to be out. Orders that are out in time are passed over.</summary>
internal sealed class CancelDeadlines
{
    private readonly PriorityQueue<OrderId, DateTimeOffset> queue = new();

    /// <summary>When the next order is to be looked at; null: none is.</summary>
    public DateTimeOffset? NextDue => queue.TryPeek(out _, out var due) ? due : null;

    /// <summary>Looks at the order at <paramref name="due"/>.</summary>
    public void Watch(OrderId order, DateTimeOffset due) => queue.Enqueue(order, due);

    /// <summary>Takes the next order whose time has come, out or not.</summary>
    public bool TryTakeDue(DateTimeOffset now, out OrderId order) =>
        queue.TryPeek(out order, out var due) && due <= now && queue.TryDequeue(out order, out _);
}
