using System.Collections.Immutable;
using System.Threading.Channels;

namespace Gateway.Orders.Alerts;

/// <summary>One subscriber's view of the alerts. Disposing it ends it, at any moment and from any thread.</summary>
public sealed class AlertSubscription : IDisposable
{
    private readonly int capacity;
    private readonly Func<Alert, bool> visible;
    private readonly Channel<Alert> queue;
    private volatile bool ended;

    internal AlertSubscription(ImmutableArray<Alert> snapshot, long sequence, Func<Alert, bool> visible, int capacity)
    {
        Snapshot = snapshot;
        Sequence = sequence;
        this.visible = visible;
        this.capacity = capacity;
        queue = Channel.CreateBounded<Alert>(new BoundedChannelOptions(capacity) { SingleReader = true });
    }

    /// <summary>The alerts since the one it resumes after; without one, none. Ascending by sequence.</summary>
    public ImmutableArray<Alert> Snapshot { get; }

    /// <summary>Up to which sequence number everything was told, in <see cref="Snapshot"/> or before; to resume after.</summary>
    public long Sequence { get; }

    /// <summary>Whether nothing more can be offered to it.</summary>
    internal bool HasEnded => ended;

    /// <summary>Waits for what follows the snapshot; false once nothing more will come. To be read by one.</summary>
    /// <exception cref="SubscriberFellBehindException">Too many alerts waited; the stream has ended.</exception>
    public ValueTask<bool> WaitAsync() => queue.Reader.WaitToReadAsync();

    /// <summary>Takes all that wait.</summary>
    public ImmutableArray<Alert> Take()
    {
        var taken = ImmutableArray.CreateBuilder<Alert>();
        while (queue.Reader.TryRead(out var alert))
            taken.Add(alert);
        return taken.ToImmutable();
    }

    /// <inheritdoc/>
    public void Dispose() => End();

    /// <summary>Queues an alert that may be seen, or ends the subscription where there is no room for it.</summary>
    internal void Offer(Alert alert)
    {
        if (ended || !visible(alert) || queue.Writer.TryWrite(alert))
            return;
        ended = true;
        queue.Writer.TryComplete(new SubscriberFellBehindException(capacity));
    }

    /// <summary>Nothing more will come.</summary>
    internal void End()
    {
        ended = true;
        queue.Writer.TryComplete();
    }
}
