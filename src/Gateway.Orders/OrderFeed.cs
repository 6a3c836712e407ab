using System.Collections.Immutable;
using Gateway.Orders.Decisions;
using Gateway.Orders.Snapshots;
using Gateway.Venues;

namespace Gateway.Orders;

/// <summary>
/// The updates of all orders: the recent ones in a ring, for those who resume, and each new one to every subscriber that
/// may see its order, once it is flushed. A subscriber that falls behind loses its subscription, never an update.
/// </summary>
internal sealed class OrderFeed(int capacity, int subscriberCapacity)
{
    private readonly RecentUpdates recent = new(capacity);
    private readonly List<(Order Order, OrderUpdate Update)> unpublished = [];
    private readonly List<Subscriber> subscribers = [];

    /// <summary>An order has changed; it is told to nobody before <see cref="Publish"/>.</summary>
    public void Add(Order order)
    {
        var update = UpdateOf(order);
        recent.Add(order.Terms.Account, update);
        if (subscribers.Count > 0)
            unpublished.Add((order, update));
    }

    /// <summary>Every update that is at hand, and the last one that is not any more.</summary>
    public FeedState Capture() => new(recent.Capture(), recent.Forgotten);

    /// <summary>Goes on from what another had at hand.</summary>
    public void Restore(FeedState state) => recent.Restore(state.Updates, state.Forgotten);

    /// <summary>Tells everything added so far.</summary>
    public void Publish()
    {
        if (unpublished.Count > 0)
        {
            ImmutableArray<OrderUpdate> all = [.. unpublished.Select(change => change.Update)];
            foreach (var subscriber in subscribers)
                subscriber.Offer(unpublished, all);
            unpublished.Clear();
        }

        subscribers.RemoveAll(subscriber => subscriber.Subscription.HasEnded);
    }

    /// <summary>Ends every subscription: the engine has stopped.</summary>
    public void End() => subscribers.ForEach(subscriber => subscriber.Subscription.End());

    /// <summary>Begins a subscription with the open orders, or after a sequence number.</summary>
    public Reply<OrderSubscription> Subscribe(IReadOnlyLedger ledger, Func<AccountName, bool> visible, long? after)
    {
        if (after is { } sequence && Refusal(sequence, ledger.Sequence) is { } refusal)
            return refusal;

        var snapshot = after is { } seen
            ? [.. recent.Since(seen).Where(kept => visible(kept.Account)).Select(kept => kept.Update)]
            : ledger.Open.Where(order => visible(order.Terms.Account)).OrderBy(order => order.Sequence).Select(UpdateOf).ToImmutableArray();
        var subscription = new OrderSubscription(snapshot, ledger.Sequence, subscriberCapacity);
        subscribers.Add(new Subscriber(subscription, visible, ledger.Sequence));
        return subscription;
    }

    private static OrderUpdate UpdateOf(Order order)
    {
        var changed = order.AsPlaced is null ? null : order.Terms;
        return new(
            order.Sequence, order.Id, order.State, order.Filled, order.AveragePrice, order.RejectReason, order.Updated, changed?.Price, changed?.Quantity);
    }

    private Rejection? Refusal(long after, long newest)
    {
        if (after < recent.Forgotten)
            return Rejection.OfField(
                Fields.After,
                $"The updates after {after} are not all at hand any more, only those after {recent.Forgotten}; " +
                "subscribe without 'after' and begin with the open orders.");
        return after > newest
            ? Rejection.OfField(Fields.After, $"Sequence {after} has not been reached yet; the newest is {newest}.")
            : null;
    }

    private sealed record Subscriber(OrderSubscription Subscription, Func<AccountName, bool> Visible, long Start)
    {
        public void Offer(List<(Order Order, OrderUpdate Update)> changes, ImmutableArray<OrderUpdate> all)
        {
            // Who sees everything shares one array with all others who do.
            if (changes.TrueForAll(Sees))
                Subscription.Offer(all);
            else if (changes.Exists(Sees))
                Subscription.Offer([.. changes.Where(Sees).Select(change => change.Update)]);
        }

        // The snapshot was taken in the middle of a batch and holds what came before.
        private bool Sees((Order Order, OrderUpdate Update) change) => change.Update.Sequence > Start && Visible(change.Order.Terms.Account);
    }
}
