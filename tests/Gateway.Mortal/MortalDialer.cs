using System.Net.WebSockets;
using System.Text;
using Gateway.Venues.Transport;

namespace Gateway.Mortal;

/// <summary>Connections to the venue, with places to die before, within and after each frame.</summary>
internal sealed class MortalDialer(Death death) : IDialer
{
    public async ValueTask<ITextSocket> DialAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new Socket(socket, death);
        }
        catch (Exception failure) when (failure is WebSocketException or HttpRequestException or IOException)
        {
            socket.Dispose();
            throw new TransportException(failure.Message, failure);
        }
    }

    private sealed class Socket(WebSocket socket, Death death) : ITextSocket
    {
        private readonly byte[] buffer = new byte[1 << 20];

        public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
        {
            var name = NameOf(message.Span);
            death.At($"sending {name}");
            try
            {
                if (death.IsDueAt($"half sent {name}"))
                {
                    await socket.SendAsync(message[..(message.Length / 2)], WebSocketMessageType.Text, endOfMessage: false, cancellationToken);
                    Death.Now($"half sent {name}");
                }

                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }
            catch (Exception failure) when (IsLoss(failure, cancellationToken))
            {
                throw new TransportException(failure.Message, failure);
            }

            death.At($"sent {name}");
        }

        public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
        {
            try
            {
                for (var length = 0; ;)
                {
                    var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                    if (received.MessageType == WebSocketMessageType.Close)
                        throw new TransportException("The peer closed the connection.");
                    length += received.Count;
                    if (!received.EndOfMessage)
                        continue;
                    death.At($"received {NameOf(buffer.AsSpan(0, length))}");
                    return buffer.AsMemory(0, length);
                }
            }
            catch (Exception failure) when (IsLoss(failure, cancellationToken))
            {
                throw new TransportException(failure.Message, failure);
            }
        }

        public ValueTask DisposeAsync()
        {
            socket.Abort();
            socket.Dispose();
            return ValueTask.CompletedTask;
        }

        // As in the gateway that is shipped: an aborted socket ends what waits on it by a cancellation that nobody asked for.
        private static bool IsLoss(Exception failure, CancellationToken cancellationToken) =>
            failure is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException ||
            (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

        private static string NameOf(ReadOnlySpan<byte> frame)
        {
            var text = Encoding.UTF8.GetString(frame);
            return Names.FirstOrDefault(name => text.Contains($"\"type\":\"{name}\"", StringComparison.Ordinal))
                ?? Names.FirstOrDefault(name => text.Contains($"\"channel\":\"{name}\"", StringComparison.Ordinal))
                ?? "frame";
        }

        private static readonly string[] Names = ["batchModify", "order", "cancel", "cancelByCloid", "orderUpdates", "userFills"];
    }
}
