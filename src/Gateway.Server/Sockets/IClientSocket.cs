using System.Net.WebSockets;

namespace Gateway.Server.Sockets;

/// <summary>
/// One client's connection as a session sees it, so that sessions run over a test's network as they do over Kestrel. One
/// message is sent and one received at a time; sending and receiving go on together. Disposing cuts the line.
/// </summary>
internal interface IClientSocket : IAsyncDisposable
{
    /// <summary>Receives the next whole message; its bytes are valid until the next call. Never throws for a lost connection.</summary>
    ValueTask<ClientFrame> ReceiveAsync(CancellationToken cancellationToken);

    /// <summary>Sends one text message.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="moreFollows">Whether the next one is sent at once, so that this may wait for it.</param>
    /// <param name="cancellationToken">Gives up; the connection is then of no use any more.</param>
    /// <exception cref="Venues.Transport.TransportException">The connection is gone.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> text, bool moreFollows, CancellationToken cancellationToken);

    /// <summary>Says goodbye. What the client still sends can be received until it answers.</summary>
    /// <exception cref="Venues.Transport.TransportException">The connection is gone.</exception>
    ValueTask CloseAsync(WebSocketCloseStatus status, string reason, CancellationToken cancellationToken);
}
