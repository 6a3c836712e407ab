namespace Gateway.Venues.Transport;

/// <summary>
/// A connection that carries whole text messages, so that everything above it can run over a test's network. One
/// message is sent and one received at a time.
/// </summary>
public interface ITextSocket : IAsyncDisposable
{
    /// <summary>Sends one message.</summary>
    /// <exception cref="TransportException">The connection is gone; the message may or may not have left.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>
    /// Receives the next whole message; it is valid until the next call.
    /// </summary>
    /// <exception cref="TransportException">The connection is gone, was closed by the peer, or broke the size limit.</exception>
    ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken);
}
