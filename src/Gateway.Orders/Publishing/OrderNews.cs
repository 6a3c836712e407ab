using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Orders.Publishing;

/// <summary>Changes of orders that are flushed, and those who listen.</summary>
internal sealed class OrderNews(List<(AccountName Account, OrderUpdate Update)> changes, Subscriber[] subscribers)
{
    /// <summary>These and what came next, as one. Whoever has subscribed in between knows what came before, and is not told again.</summary>
    public OrderNews With(OrderNews? next) => next is null ? this : next.After(changes);

    /// <summary>Hands them to every subscriber who may see them.</summary>
    public void Tell()
    {
        ImmutableArray<OrderUpdate> all = [.. changes.Select(change => change.Update)];
        foreach (var subscriber in subscribers)
            subscriber.Offer(changes, all);
    }

    private OrderNews After(List<(AccountName Account, OrderUpdate Update)> earlier)
    {
        earlier.AddRange(changes);
        return new(earlier, subscribers);
    }
}
