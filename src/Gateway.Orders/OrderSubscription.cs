using System.Collections.Immutable;

namespace Gateway.Orders;

/// <summary>One subscriber's view of the order feed. Disposing it ends it.</summary>
public sealed class OrderSubscription : IAsyncDisposable
{
    internal OrderSubscription(ImmutableArray<OrderUpdate> snapshot) => Snapshot = snapshot;

    /// <summary>Where it begins: the open orders, or every update since the one it resumes after; ascending by sequence.</summary>
    public ImmutableArray<OrderUpdate> Snapshot { get; }

    /// <summary>What follows the snapshot, in batches that are never empty. To be read once.</summary>
    /// <exception cref="SubscriberFellBehindException">Too many updates waited; the stream has ended.</exception>
    public IAsyncEnumerable<ImmutableArray<OrderUpdate>> Updates(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
