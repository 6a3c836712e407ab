using System.Threading.Tasks.Sources;
using Gateway.Venues.Transport;

namespace Gateway.Benchmarks.OrderPath;

/// <summary>A connection of the adapter without a network: what is sent is kept, what is pushed is received by the thread that pushes it.</summary>
internal sealed class VenueLine : ITextSocket, IValueTaskSource<ReadOnlyMemory<byte>>
{
    private readonly Lock gate = new();
    private readonly Queue<ReadOnlyMemory<byte>> waiting = [];
    private ManualResetValueTaskSourceCore<ReadOnlyMemory<byte>> source;
    private bool isAwaited;

    /// <summary>The last message sent; valid while the sender does not send another.</summary>
    public ReadOnlyMemory<byte> Sent { get; private set; }

    /// <summary>Lets the adapter receive a message.</summary>
    public void Push(ReadOnlyMemory<byte> message)
    {
        lock (gate)
        {
            if (!isAwaited)
            {
                waiting.Enqueue(message);
                return;
            }

            isAwaited = false;
        }

        source.SetResult(message);
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        Sent = message;
        return ValueTask.CompletedTask;
    }

    public ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (waiting.TryDequeue(out var message))
                return new(message);
            source.Reset();
            isAwaited = true;
            return new(this, source.Version);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    ReadOnlyMemory<byte> IValueTaskSource<ReadOnlyMemory<byte>>.GetResult(short token) => source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<ReadOnlyMemory<byte>>.GetStatus(short token) => source.GetStatus(token);

    void IValueTaskSource<ReadOnlyMemory<byte>>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        source.OnCompleted(continuation, state, token, flags);
}
