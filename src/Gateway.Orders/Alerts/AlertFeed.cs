using System.Collections.Immutable;
using Gateway.Orders.Decisions;
using Gateway.Orders.Publishing;

namespace Gateway.Orders.Alerts;

/// <summary>The alerts: the recent ones for those who resume, and each new one to every subscriber, once it is flushed.</summary>
internal sealed class AlertFeed(int capacity, int subscriberCapacity)
{
    private readonly Queue<Alert> recent = [];
    private List<Alert> untold = [];

    // Made anew with every change, for those who tell read it meanwhile.
    private AlertSubscription[] subscribers = [];
    private long forgotten;

    /// <summary>Something is to be known; it is told to nobody before it is taken.</summary>
    public void Add(Alert alert)
    {
        Keep(alert);
        untold.Add(alert);
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

    /// <summary>Takes everything added so far, to be told; null: nothing was.</summary>
    public AlertNews? Take()
    {
        if (Array.Exists(subscribers, subscriber => subscriber.HasEnded))
            subscribers = Array.FindAll(subscribers, subscriber => !subscriber.HasEnded);
        if (untold.Count == 0)
            return null;
        var news = new AlertNews(untold, subscribers);
        untold = [];
        return news;
    }

    /// <summary>Ends every subscription: the engine has stopped.</summary>
    public void End() => Array.ForEach(subscribers, subscriber => subscriber.End());

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
        var before = recent.Take(recent.Count - untold.Count);
        ImmutableArray<Alert> snapshot = after is { } seen ? [.. before.Where(alert => alert.Sequence > seen && visible(alert))] : [];
        var told = untold is [var first, ..] ? first.Sequence - 1 : newest;
        var subscription = new AlertSubscription(snapshot, told, visible, subscriberCapacity);
        subscribers = [.. subscribers, subscription];
        return subscription;
    }

    private void Keep(Alert alert)
    {
        if (recent.Count == capacity)
            forgotten = recent.Dequeue().Sequence;
        recent.Enqueue(alert);
    }
}
