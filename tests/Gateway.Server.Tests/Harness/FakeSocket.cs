using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Gateway.Server.Sockets;
using Gateway.Venues.Transport;

namespace Gateway.Server.Tests.Harness;

/// <summary>The two ends of a connection without a network: the server holds the socket, the test everything else.</summary>
internal sealed class FakeSocket : IClientSocket
{
    private readonly Channel<ClientFrame> toServer = Channel.CreateUnbounded<ClientFrame>();
    private readonly Channel<string> toClient = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource<(WebSocketCloseStatus Status, string Reason)> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource reading = Completed();

    /// <summary>How the server said goodbye.</summary>
    public Task<(WebSocketCloseStatus Status, string Reason)> Closed => closed.Task;

    /// <summary>What the server has sent.</summary>
    public ChannelReader<string> Received => toClient.Reader;

    /// <summary>Whether the client answers a goodbye.</summary>
    public bool IsPolite { get; init; } = true;

    public void Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public void Send(byte[] text) => toServer.Writer.TryWrite(new(FrameKind.Text, text));

    public void Send(FrameKind kind) => toServer.Writer.TryWrite(new(kind));

    /// <summary>The client stops taking anything in; what the server sends stays on its way.</summary>
    public void StopReading() => reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ReadOn() => reading.TrySetResult();

    public ValueTask<ClientFrame> ReceiveAsync(CancellationToken cancellationToken) => toServer.Reader.ReadAsync(cancellationToken);

    public async ValueTask SendAsync(ReadOnlyMemory<byte> text, bool moreFollows, CancellationToken cancellationToken)
    {
        await reading.Task.WaitAsync(cancellationToken);
        if (!toClient.Writer.TryWrite(Encoding.UTF8.GetString(text.Span)))
            throw new TransportException("The client is gone.");
    }

    public ValueTask CloseAsync(WebSocketCloseStatus status, string reason, CancellationToken cancellationToken)
    {
        closed.TrySetResult((status, reason));
        if (IsPolite)
            Send(FrameKind.Closed);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        toClient.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
