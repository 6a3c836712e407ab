using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Gateway.Orders.Publishing;

/// <summary>Changes of orders that are flushed, and those who listen.</summary>
/// <param name="updates">The changes.</param>
/// <param name="subscribers">Who listens.</param>
/// <param name="earlier">What is to be told before, to the same; null: nothing.</param>
internal sealed class OrderNews(ImmutableArray<OrderUpdate> updates, Subscriber[] subscribers, OrderNews? earlier = null)
{
    private readonly ImmutableArray<OrderUpdate> updates = updates;
    private readonly OrderNews? earlier = earlier;

    /// <summary>These and what came next, as one. Whoever has subscribed in between knows what came before, and is not told again.</summary>
    public OrderNews With(OrderNews? next) => next is null ? this : next.After(this);

    /// <summary>Hands them to every subscriber who may see them.</summary>
    public void Tell()
    {
        var all = earlier is null ? updates : Gathered();
        foreach (var subscriber in subscribers)
            subscriber.Offer(all);
    }

    private OrderNews After(OrderNews before) => new(updates, subscribers, before);

    private ImmutableArray<OrderUpdate> Gathered()
    {
        var count = 0;
        for (var news = this; news is not null; news = news.earlier)
            count += news.updates.Length;
        var all = new OrderUpdate[count];
        for (var news = this; news is not null; news = news.earlier)
            news.updates.CopyTo(all, count -= news.updates.Length);
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }
}
