using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Tests.Fakes;

/// <summary>One end of a connection; the test is the venue at the other.</summary>
internal sealed class FakeSocket(Action<FakeSocket, string> onSent) : ITextSocket
{
    private readonly Channel<byte[]> incoming = Channel.CreateUnbounded<byte[]>();

    public List<string> Sent { get; } = [];

    public bool IsOpen { get; private set; } = true;

    public bool FailsOnSend { get; set; }

    /// <summary>Whether a send goes on until it is given up: the peer takes nothing more.</summary>
    public bool StallsOnSend { get; set; }

    /// <summary>Whether it carries the feeds of an account.</summary>
    public bool IsStream => Sent.Exists(frame => frame.Contains("\"subscribe\"", StringComparison.Ordinal) && frame.Contains("\"user\"", StringComparison.Ordinal));

    /// <summary>The posts received, pings left out.</summary>
    public IReadOnlyList<JsonElement> Posts =>
        [.. Sent.Where(frame => frame.Contains("\"post\"", StringComparison.Ordinal)).Select(TestData.Json)];

    public void Push(string frame) => incoming.Writer.TryWrite(Encoding.UTF8.GetBytes(frame));

    public void Break(string cause = "The peer hung up.")
    {
        IsOpen = false;
        incoming.Writer.TryComplete(new TransportException(cause));
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (!IsOpen || FailsOnSend)
            throw new TransportException("The connection broke while sending.");
        if (StallsOnSend)
            return new(Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken));
        var text = Encoding.UTF8.GetString(message.Span);
        Sent.Add(text);
        onSent(this, text);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await incoming.Reader.ReadAsync(cancellationToken);
        }
        catch (ChannelClosedException closed)
        {
            throw new TransportException(closed.InnerException?.Message ?? "Closed.", closed);
        }
    }

    public ValueTask DisposeAsync()
    {
        Break("Disposed.");
        return ValueTask.CompletedTask;
    }
}
