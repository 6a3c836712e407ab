using System.Text.Json;

namespace Gateway.Server.Requests.Answers;

/// <summary>The value of a request that goes on: its first answer, and those that follow until it is unsubscribed. Disposing it ends it, at any moment and from any thread.</summary>
internal abstract class UpdateStream : IDisposable
{
    /// <summary>The first answer.</summary>
    public abstract object First { get; }

    /// <summary>Up to which sequence number <see cref="First"/> tells everything: where to resume before an update has come.</summary>
    public abstract long Sequence { get; }

    /// <summary>Waits for the next update; false once nothing more will come. Read by one.</summary>
    /// <exception cref="Orders.SubscriberFellBehindException">The reader was too slow.</exception>
    public abstract ValueTask<bool> WaitAsync();

    /// <summary>Writes the update that was waited for.</summary>
    public abstract void Write(Utf8JsonWriter json);

    /// <inheritdoc/>
    public abstract void Dispose();
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
