using System.Collections.Immutable;
using System.Threading.Channels;

namespace Gateway.Orders;

/// <summary>One subscriber's view of the order feed. Disposing it ends it, at any moment and from any thread.</summary>
public sealed class OrderSubscription : IDisposable
{
    private readonly int capacity;
    private readonly Channel<ImmutableArray<ImmutableArray<OrderUpdate>>> queue;

    // Of what was taken from the queue; for the reader.
    private ImmutableArray<ImmutableArray<OrderUpdate>> taken = [];
    private int next;
    private int waiting;
    private volatile bool ended;

    internal OrderSubscription(ImmutableArray<OrderUpdate> snapshot, long sequence, int capacity)
    {
        Snapshot = snapshot;
        Sequence = sequence;
        this.capacity = capacity;

        // A batch holds an update at least, so the queue of batches is never full before the count of updates is.
        queue = Channel.CreateBounded<ImmutableArray<ImmutableArray<OrderUpdate>>>(
            new BoundedChannelOptions(capacity)
            {
                // Whoever reads goes on where it is told, and hands what it made of it to its client's outbox.
                AllowSynchronousContinuations = true,
                SingleReader = true,
            });
    }

    /// <summary>Where it begins: the open orders, or every update since the one it resumes after; ascending by sequence.</summary>
    public ImmutableArray<OrderUpdate> Snapshot { get; }

    /// <summary>Up to which sequence number <see cref="Snapshot"/> tells everything; to resume after, also where it is empty.</summary>
    public long Sequence { get; }

    /// <summary>Whether nothing more can be offered to it.</summary>
    internal bool HasEnded => ended;

    /// <summary>Waits for what follows the snapshot; false once nothing more will come. To be read by one.</summary>
    /// <exception cref="SubscriberFellBehindException">Too many updates waited; the stream has ended.</exception>
    public ValueTask<bool> WaitAsync() => next < taken.Length ? new(true) : queue.Reader.WaitToReadAsync();

    /// <summary>Takes the next batch if it is here, which is never empty.</summary>
    public bool TryTake(out ImmutableArray<OrderUpdate> batch)
    {
        if (next == taken.Length)
            (taken, next) = (queue.Reader.TryRead(out var more) ? more : [], 0);
        batch = taken.IsEmpty ? default : taken[next++];
        if (batch.IsDefault)
            return false;
        Interlocked.Add(ref waiting, -batch.Length);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => End();

    /// <summary>Queues batches of which none is empty, or ends the subscription where there is no room for them.</summary>
    internal void Offer(ImmutableArray<ImmutableArray<OrderUpdate>> batches)
    {
        var updates = 0;
        foreach (var batch in batches)
            updates += batch.Length;
        if (!ended && Interlocked.Add(ref waiting, updates) <= capacity && queue.Writer.TryWrite(batches))
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
