using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using Gateway.Venues.Transport;

namespace Gateway.Server.Sockets;

/// <summary>A client's connection over a WebSocket of the framework.</summary>
/// <param name="socket">The WebSocket.</param>
/// <param name="stream">What it writes to, where that can hold messages; null: each leaves alone.</param>
/// <param name="maxMessageBytes">The longest message taken in.</param>
internal sealed class WebSocketClientSocket(WebSocket socket, HoldingStream? stream, int maxMessageBytes) : IClientSocket
{
    private byte[] buffer = new byte[Math.Min(4096, maxMessageBytes + 1)];

    // It waits for every frame, so what it waits in is used again.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ClientFrame> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                    Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, maxMessageBytes + 1L));
                var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                if (received.MessageType == WebSocketMessageType.Close)
                    return new(FrameKind.Closed);
                length += received.Count;
                if (length > maxMessageBytes)
                    return new(FrameKind.TooLarge);
                if (received.EndOfMessage)
                    return received.MessageType == WebSocketMessageType.Text
                        ? new(FrameKind.Text, buffer.AsMemory(0, length))
                        : new(FrameKind.Binary);
            }
        }
        catch (Exception failure) when (IsLoss(failure))
        {
            return new(FrameKind.Closed);
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> text, bool moreFollows, CancellationToken cancellationToken)
    {
        stream?.Holds = moreFollows;
        try
        {
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        catch (Exception failure) when (IsLoss(failure))
        {
            throw new TransportException("The client is gone.", failure);
        }
    }

    public async ValueTask CloseAsync(WebSocketCloseStatus status, string reason, CancellationToken cancellationToken)
    {
        stream?.Holds = false;
        try
        {
            await socket.CloseOutputAsync(status, reason, cancellationToken);
        }
        catch (Exception failure) when (IsLoss(failure))
        {
            throw new TransportException("The client is gone.", failure);
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    // InvalidOperationException: the framework's word for a socket that an abort has put into another state meanwhile.
    private static bool IsLoss(Exception failure) =>
        failure is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException;
}
