using System.Buffers;
using System.Threading.Channels;
using Gateway.Venues;
using Gateway.Venues.Transport;

namespace Gateway.Server.Sockets;

/// <summary>
/// What waits to be sent to one client, in order. It is bounded twice: a request holds one of the connection's slots until its answer
/// has left, so a client that does not read its answers is not read either; updates of subscriptions have a bound of
/// their own, beyond which the client has fallen behind. It is in bytes, since many updates may travel in one message.
/// </summary>
internal sealed class Outbox : IDisposable
{
    // Whoever sends what is theirs is not kept for much longer by what others add meanwhile.
    private const int MostOnLoan = 16;

    // No update is shorter, so the queue of messages is never full before its bytes are.
    private const int LeastUpdateBytes = 32;

    private readonly IClientSocket socket;
    private readonly SocketOptions options;
    private readonly Channel<Outgoing> messages;

    // Whoever has something for an idle client sends it, which takes less than having another thread do so.
    private readonly Signal wake = new();
    private readonly SemaphoreSlim slots;

    // Without asynchronous continuations, which would make whoever waits for any of several hop to another thread.
    private readonly TaskCompletionSource fellBehind = new();
    private long pendingBytes;

    public Outbox(IClientSocket socket, SocketOptions options)
    {
        this.socket = socket;
        this.options = options;
        slots = new(options.MaxRequestsInFlight);
        messages = Channel.CreateBounded<Outgoing>(
            new BoundedChannelOptions(options.MaxRequestsInFlight + (options.MaxPendingUpdateBytes / LeastUpdateBytes))
            {
                SingleReader = true,
            });
    }

    /// <summary>Completes when the client has fallen behind; the connection is then closed.</summary>
    public Task FellBehind => fellBehind.Task;

    /// <summary>Takes the slot that a request holds until its answer has left; waits until one is free.</summary>
    public Task TakeSlotAsync(CancellationToken cancellationToken) => slots.WaitAsync(cancellationToken);

    /// <summary>Gives back the slot of a request that gets no answer.</summary>
    public void ReturnSlot() => slots.Release();

    /// <summary>Queues the answer of a request that holds a slot; there is always room for it.</summary>
    public void Answer(byte[] text)
    {
        if (!messages.Writer.TryWrite(new(text, Rented: null, IsAnswer: true)))
            slots.Release(); // Only when completed: the connection has ended and nobody hears the answer.
        wake.SetHere();
    }

    /// <summary>Queues an update of a subscription.</summary>
    /// <returns>False if the client has fallen behind or is gone; the subscription then ends.</returns>
    public bool TryUpdate(byte[] text) => TryUpdate(new Outgoing(text, Rented: null, IsAnswer: false));

    /// <summary>Queues an update of a subscription, in an array of the shared pool that goes back there once it has been sent.</summary>
    /// <returns>False if the client has fallen behind or is gone; the subscription then ends.</returns>
    public bool TryUpdateRented(ArraySegment<byte> text) => TryUpdate(new Outgoing(text, text.Array, IsAnswer: false));

    /// <summary>The client has fallen behind, here or at a source of its updates.</summary>
    public void DeclareBehind() => fellBehind.TrySetResult();

    /// <summary>No more messages; what waits is still sent.</summary>
    public void Complete()
    {
        messages.Writer.TryComplete();
        wake.SetHere();
    }

    /// <inheritdoc/>
    public void Dispose() => slots.Dispose();

    /// <summary>Throws away what waits, and all that would still come.</summary>
    public void Drop()
    {
        Complete();
        while (messages.Reader.TryRead(out var dropped))
        {
            if (dropped.IsAnswer)
                slots.Release();
        }
    }

    /// <summary>Sends until completed and empty, or until the client is gone; what then still waits is dropped.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var canceled = cancellationToken.Register(wake.Set);
        try
        {
            while (true)
            {
                for (var sent = 1; messages.Reader.TryRead(out var message); sent++)
                {
                    if (sent % MostOnLoan == 0)
                        await Task.Yield();
                    await socket.SendAsync(message.Text, moreFollows: messages.Reader.TryPeek(out _), cancellationToken);
                    if (message.IsAnswer)
                        slots.Release();
                    else
                        Interlocked.Add(ref pendingBytes, -message.Text.Length);
                    if (message.Rented is { } room)
                        ArrayPool<byte>.Shared.Return(room);
                }

                if (messages.Reader.Completion.IsCompleted)
                    return;
                await wake.WaitAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (Exception end) when (end is TransportException or OperationCanceledException)
        {
            // Gone. The read side notices too and ends the connection; handlers that still run must not wait for room.
            Drop();
        }
    }

    private bool TryUpdate(Outgoing update)
    {
        // A client with nothing waiting has not fallen behind, however long the one message is.
        var pending = Interlocked.Add(ref pendingBytes, update.Text.Length);
        if ((pending <= options.MaxPendingUpdateBytes || pending == update.Text.Length) && messages.Writer.TryWrite(update))
        {
            wake.SetHere();
            return true;
        }

        Interlocked.Add(ref pendingBytes, -update.Text.Length);
        DeclareBehind();
        return false;
    }
}
