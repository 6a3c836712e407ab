using System.Net.WebSockets;
using System.Runtime.CompilerServices;

namespace Gateway.Venues.Transport;

/// <summary>A text socket over a WebSocket of the framework.</summary>
internal sealed class WebSocketTextSocket(WebSocket socket, int maxMessageBytes) : ITextSocket
{
    private byte[] buffer = new byte[16 * 1024];

    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        catch (Exception failure) when (IsLoss(failure, cancellationToken))
        {
            throw new TransportException($"The connection broke while sending: {failure.Message}", failure);
        }
    }

    // Every message is waited for: without the pool each wait would leave an object behind.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                    Grow();
                var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                if (received.MessageType == WebSocketMessageType.Close)
                    throw new TransportException($"The peer closed the connection: {socket.CloseStatus} {socket.CloseStatusDescription}.");
                length += received.Count;
                if (received.EndOfMessage)
                    return buffer.AsMemory(0, length);
            }
        }
        catch (Exception failure) when (IsLoss(failure, cancellationToken))
        {
            throw new TransportException($"The connection broke while receiving: {failure.Message}", failure);
        }
    }

    public ValueTask DisposeAsync()
    {
        // An abrupt end: whoever wants to part politely has nothing left to say by now.
        socket.Abort();
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    // An aborted socket ends what waits on it by a cancellation that nobody asked for.
    private static bool IsLoss(Exception failure, CancellationToken cancellationToken) =>
        failure is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException ||
        (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private void Grow()
    {
        if (buffer.Length >= maxMessageBytes)
            throw new TransportException($"The peer sent a message of more than {maxMessageBytes} bytes.");
        Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, maxMessageBytes));
    }
}
