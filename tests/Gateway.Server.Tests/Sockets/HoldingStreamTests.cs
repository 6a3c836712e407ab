using System.Text;
using Gateway.Server.Sockets;

namespace Gateway.Server.Tests.Sockets;

public sealed class HoldingStreamTests : IAsyncDisposable
{
    private readonly Pieces inner = new();
    private readonly HoldingStream stream;

    public HoldingStreamTests() => stream = new(inner);

    [Fact]
    public async Task What_is_written_leaves_at_once_unless_it_is_held()
    {
        await WriteAsync("one", holds: false);
        await WriteAsync("two", holds: false);
        Assert.Equal(["one", "two"], inner.Written);
    }

    [Fact]
    public async Task What_is_held_leaves_with_the_next_that_is_not()
    {
        await WriteAsync("one", holds: true);
        await WriteAsync("two", holds: true);
        Assert.Empty(inner.Written);
        await WriteAsync("three", holds: false);
        await WriteAsync("four", holds: false);
        Assert.Equal(["onetwothree", "four"], inner.Written);
    }

    [Fact]
    public async Task Not_more_is_held_than_a_socket_takes_at_once()
    {
        var piece = new string('x', 40_000);
        await WriteAsync(piece, holds: true);
        await WriteAsync(piece, holds: true);
        Assert.Equal([piece + piece], inner.Written);
    }

    [Fact]
    public async Task What_is_held_is_not_flushed_before_it_leaves()
    {
        await WriteAsync("one", holds: true);
        await stream.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, inner.Flushes);
        await WriteAsync("two", holds: false);
        await stream.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, inner.Flushes);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task WriteAsync(string text, bool holds)
    {
        stream.Holds = holds;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
    }

    private sealed class Pieces : MemoryStream
    {
        public List<string> Written { get; } = [];

        public int Flushes { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written.Add(Encoding.UTF8.GetString(buffer.Span));
            return ValueTask.CompletedTask;
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Flushes++;
            return Task.CompletedTask;
        }
    }
}
