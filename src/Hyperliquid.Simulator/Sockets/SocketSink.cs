using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace Hyperliquid.Simulator.Sockets;

/// <summary>Frames on their way to a real WebSocket. A client that lets 10,000 of them pile up is disconnected.</summary>
internal sealed class SocketSink(WebSocket socket, CancellationTokenSource aborted) : IFrameSink
{
    private const int Capacity = 10_000;

    private readonly Channel<string> frames = Channel.CreateBounded<string>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    public bool TrySend(string frame)
    {
        if (frames.Writer.TryWrite(frame))
            return true;

        // Writing hangs on a client that does not read, so it is cut off rather than told.
        aborted.Cancel();
        return false;
    }

    // What was sent before is still written: on the venue, too, the frames of earlier blocks arrive before a cut.
    public void Abort() => frames.Writer.TryComplete();

    /// <summary>Writes frames until the connection is aborted.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var frame in frames.Reader.ReadAllAsync(cancellationToken))
                await socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException)
        {
            // The client is gone; the reading side finds out by itself.
        }

        socket.Abort();
        await aborted.CancelAsync();
    }
}
