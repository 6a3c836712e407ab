using System.Collections.Immutable;
using Gateway.Orders.Decisions;

namespace Gateway.Orders.Alerts;

/// <summary>The alerts: the recent ones for those who resume, and each new one to every subscriber, once it is flushed.</summary>
internal sealed class AlertFeed(int capacity, int subscriberCapacity)
{
    private readonly Queue<Alert> recent = [];
    private readonly List<Alert> unpublished = [];
    private readonly List<AlertSubscription> subscribers = [];
    private long forgotten;

    /// <summary>Something is to be known; it is told to nobody before <see cref="Publish"/>.</summary>
    public void Add(Alert alert)
    {
        Keep(alert);
        unpublished.Add(alert);
    }

    /// <summary>Every alert that is at hand, and the last one that is not any more.</summary>
    public (Alert[] Alerts, long Forgotten) Capture() => ([.. recent], forgotten);

    /// <summary>Goes on from what another had at hand.</summary>
    public void Restore(IEnumerable<Alert> alerts, long lastForgotten)
    {
        forgotten = lastForgotten;
        foreach (var alert in alerts)
            Keep(alert);
    }

    /// <summary>Tells everything added so far.</summary>
    public void Publish()
    {
        foreach (var alert in unpublished)
        {
            foreach (var subscriber in subscribers)
                subscriber.Offer(alert);
        }

        unpublished.Clear();
        subscribers.RemoveAll(subscriber => subscriber.HasEnded);
    }

    /// <summary>Ends every subscription: the engine has stopped.</summary>
    public void End() => subscribers.ForEach(subscriber => subscriber.End());

    /// <summary>Begins a subscription, with what follows or with all since a sequence number.</summary>
    /// <param name="visible">Which alerts the subscriber may see.</param>
    /// <param name="after">The last alert it has seen; null: it begins now.</param>
    /// <param name="newest">The number of the newest journal event.</param>
    public Reply<AlertSubscription> Subscribe(Func<Alert, bool> visible, long? after, long newest)
    {
        if (after < forgotten)
            return Rejection.OfField(
                Fields.Seek, $"The alerts after {after} are not all at hand any more, only those after {forgotten}; leave 'seek' out.");
        if (after > newest)
            return Rejection.OfField(Fields.Seek, $"Sequence {after} has not been reached yet; the newest is {newest}.");

        // What this batch has added is told to all at its end; it must not be told twice.
        var before = recent.Take(recent.Count - unpublished.Count);
        ImmutableArray<Alert> snapshot = after is { } seen ? [.. before.Where(alert => alert.Sequence > seen && visible(alert))] : [];
        var told = unpublished is [var first, ..] ? first.Sequence - 1 : newest;
        var subscription = new AlertSubscription(snapshot, told, visible, subscriberCapacity);
        subscribers.Add(subscription);
        return subscription;
    }

    private void Keep(Alert alert)
    {
        if (recent.Count == capacity)
            forgotten = recent.Dequeue().Sequence;
        recent.Enqueue(alert);
    }
}
