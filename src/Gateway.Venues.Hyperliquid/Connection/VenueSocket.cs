using System.Runtime.CompilerServices;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// One WebSocket of the venue. Messages leave one after the other; a quiet venue is pinged; a silent one is given up. Only
/// what comes in resets the deadlines, for a dead connection takes in what is sent for a long time.
/// </summary>
internal sealed class VenueSocket(ITextSocket socket, HyperliquidOptions options, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(1);
    private static readonly byte[] Ping = """{"method":"ping"}"""u8.ToArray();

    private readonly Turn turn = new();
    private long heardAt = time.GetTimestamp();

    /// <summary>Whether nothing has come in for so long that the connection counts as dead.</summary>
    public bool IsSilent => Quiet >= options.SilenceDeadline;

    public static async Task<VenueSocket> ConnectAsync(
        IDialer dialer, HyperliquidOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return new VenueSocket(await dialer.DialAsync(options.WebSocket, either.Token), options, time);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransportException($"{options.WebSocket.Host} did not take the connection within {options.ConnectTimeout}.");
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await turn.TakeAsync(cancellationToken);
        try
        {
            await socket.SendAsync(message, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The next message; valid until the next call.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var message = await socket.ReceiveAsync(cancellationToken);
        Interlocked.Exchange(ref heardAt, time.GetTimestamp());
        return message;
    }

    /// <summary>Pings whenever the venue has been quiet; ends only by cancellation or a broken connection.</summary>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var quiet = Quiet;
            if (quiet >= options.PingAfter)
            {
                await SendAsync(Ping, cancellationToken);
                quiet = TimeSpan.Zero;
            }

            await WaitAsync(options.PingAfter - quiet, cancellationToken);
        }
    }

    /// <summary>Waits until the venue has been silent for too long.</summary>
    /// <exception cref="TransportException">It has.</exception>
    public async Task AwaitSilenceAsync(CancellationToken cancellationToken)
    {
        while (Quiet is var quiet && quiet < options.SilenceDeadline)
            await WaitAsync(options.SilenceDeadline - quiet, cancellationToken);
        throw new TransportException($"The venue has been silent for {options.SilenceDeadline}.");
    }

    // The turn is left alone: whoever holds it gives it back after the socket is gone.
    public ValueTask DisposeAsync() => socket.DisposeAsync();

    // Delays count whole milliseconds and leave out the rest: less than one would not wait at all.
    private Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        Task.Delay(wait > LeastWait ? wait : LeastWait, time, cancellationToken);

    private TimeSpan Quiet => time.GetElapsedTime(Interlocked.Read(ref heardAt));
}
