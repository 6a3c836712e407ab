using System.Net.WebSockets;

namespace Gateway.Venues.Transport;

/// <summary>Opens real WebSocket connections.</summary>
/// <param name="maxMessageBytes">The largest message taken in; a larger one ends the connection.</param>
public sealed class WebSocketDialer(int maxMessageBytes = 16 * 1024 * 1024) : IDialer
{
    /// <inheritdoc/>
    public async ValueTask<ITextSocket> DialAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new WebSocketTextSocket(socket, maxMessageBytes);
        }
        catch (Exception failure) when (failure is WebSocketException or HttpRequestException or IOException)
        {
            socket.Dispose();
            // The address is left out: its path may carry an API key.
            throw new TransportException($"{address.Host}:{address.Port} cannot be reached: {failure.Message}", failure);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
