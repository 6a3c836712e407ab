namespace Gateway.Server.Requests.Answers;

/// <summary>The value of a request that goes on: its first answer, and those that follow until it is unsubscribed.</summary>
internal abstract class UpdateStream : IAsyncDisposable
{
    /// <summary>The first answer.</summary>
    public abstract object First { get; }

    /// <summary>Up to which sequence number <see cref="First"/> tells everything: where to resume before an update has come.</summary>
    public abstract long Sequence { get; }

    /// <summary>What follows; read once.</summary>
    /// <exception cref="Orders.SubscriberFellBehindException">The reader was too slow.</exception>
    public abstract IAsyncEnumerable<object> ReadAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <inheritdoc/>
/// <typeparam name="T">What each of the answers holds.</typeparam>
internal abstract class UpdateStream<T> : UpdateStream
    where T : notnull
{
    /// <inheritdoc cref="UpdateStream.First"/>
    public abstract T Snapshot { get; }

    public sealed override object First => Snapshot;
}
