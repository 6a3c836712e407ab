using System.Collections.Immutable;
using Gateway.Orders.Decisions;
using Gateway.Orders.Publishing;
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
    private readonly List<OrderUpdate> untold = [];

    // Made anew with every change, for those who tell read it meanwhile.
    private Subscriber[] subscribers = [];

    /// <summary>An order has changed; it is told to nobody before it is taken.</summary>
    public void Add(Order order)
    {
        var update = UpdateOf(order);
        recent.Add(update);
        if (subscribers.Length > 0)
            untold.Add(update);
    }

    /// <summary>Every update that is at hand, and the last one that is not any more.</summary>
    public FeedState Capture() => new(recent.Capture(), recent.Forgotten);

    /// <summary>Goes on from what another had at hand.</summary>
    public void Restore(FeedState state) => recent.Restore(state.Updates, state.Forgotten);

    /// <summary>Takes everything added so far, to be told; null: nothing was, or nobody listens.</summary>
    public OrderNews? Take()
    {
        if (Array.Exists(subscribers, subscriber => subscriber.Subscription.HasEnded))
            subscribers = Array.FindAll(subscribers, subscriber => !subscriber.Subscription.HasEnded);
        if (untold.Count == 0)
            return null;
        var news = new OrderNews([.. untold], subscribers);
        untold.Clear();
        return news;
    }

    /// <summary>Ends every subscription: the engine has stopped.</summary>
    public void End() => Array.ForEach(subscribers, subscriber => subscriber.Subscription.End());

    /// <summary>Begins a subscription with the open orders, or after a sequence number.</summary>
    public Reply<OrderSubscription> Subscribe(IReadOnlyLedger ledger, Func<AccountName, bool> visible, long? after)
    {
        if (after is { } sequence && Refusal(sequence, ledger.Sequence) is { } refusal)
            return refusal;

        var snapshot = after is { } seen
            ? [.. recent.Since(seen).Where(kept => visible(kept.Account)).Select(kept => kept.Update)]
            : ledger.Open.Where(order => visible(order.Terms.Account)).OrderBy(order => order.Sequence).Select(UpdateOf).ToImmutableArray();
        var subscription = new OrderSubscription(snapshot, ledger.Sequence, subscriberCapacity);
        subscribers = [.. subscribers, new Subscriber(subscription, visible, ledger.Sequence)];
        return subscription;
    }

    private static OrderUpdate UpdateOf(Order order)
    {
        var changed = order.AsPlaced is null ? null : order.Terms;
        return new(
            order.Sequence,
            order.Terms.Account,
            order.Id,
            order.State,
            order.Filled,
            order.AveragePrice,
            order.RejectReason,
            order.Updated,
            changed?.Price,
            changed?.Quantity);
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
}
