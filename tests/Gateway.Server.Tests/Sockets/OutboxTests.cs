using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using Gateway.Server.Sockets;
using Gateway.Testing;
using Gateway.Venues;

namespace Gateway.Server.Tests.Sockets;

public sealed class OutboxTests
{
    private readonly Wire wire = new();

    [Fact]
    public void Messages_that_wait_together_leave_together_in_their_order() => Run(async outbox =>
    {
        Signal.Gather();
        await AnswerAsync(outbox, "answer");
        Assert.True(outbox.TryUpdate("first"u8.ToArray()));
        Assert.True(outbox.TryUpdate("second"u8.ToArray()));
        Signal.LetGo();
    },
    ["answer…", "first…", "second"]);

    [Fact]
    public void A_lone_message_waits_for_nothing() => Run(async outbox =>
    {
        await AnswerAsync(outbox, "answer");
    },
    ["answer"]);

    [Fact]
    public void However_many_wait_the_last_one_lets_all_leave() => Run(async outbox =>
    {
        for (var number = 0; number < 40; number++)
            await AnswerAsync(outbox, $"{number}");
    },
    [.. Enumerable.Range(0, 39).Select(number => $"{number}…"), "39"]);

    [Fact]
    public void The_memory_of_an_update_is_used_again_once_it_has_been_sent_and_not_before() => SingleThread.Run(async thread =>
    {
        const int Length = 300_000;
        using var outbox = new Outbox(wire, new SocketOptions());
        var running = outbox.RunAsync(default);
        var room = ArrayPool<byte>.Shared.Rent(Length);
        wire.Sending = new TaskCompletionSource();
        Assert.True(outbox.TryUpdateRented(new(room, 0, 10)));
        thread.RunReady();
        Assert.NotSame(room, ArrayPool<byte>.Shared.Rent(Length));
        wire.Sending.SetResult();
        thread.RunReady();
        Assert.Same(room, ArrayPool<byte>.Shared.Rent(Length));
        outbox.Complete();
        await running;
    });

    private static async Task AnswerAsync(Outbox outbox, string text)
    {
        await outbox.TakeSlotAsync(TestContext.Current.CancellationToken);
        outbox.Answer(Encoding.UTF8.GetBytes(text));
    }

    private void Run(Func<Outbox, Task> fill, IEnumerable<string> leaving) => SingleThread.Run(async thread =>
    {
        using var outbox = new Outbox(wire, new SocketOptions());
        var running = outbox.RunAsync(default);
        await fill(outbox);
        thread.RunReady();
        Assert.Equal(leaving, wire.Left);
        outbox.Complete();
        await running;
    });

    private sealed class Wire : IClientSocket
    {
        public List<string> Left { get; } = [];

        // What a send waits for.
        public TaskCompletionSource? Sending { get; set; }

        public ValueTask<ClientFrame> ReceiveAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask SendAsync(ReadOnlyMemory<byte> text, bool moreFollows, CancellationToken cancellationToken)
        {
            Left.Add(Encoding.UTF8.GetString(text.Span) + (moreFollows ? "…" : ""));
            return Sending is { } sending ? new(sending.Task) : ValueTask.CompletedTask;
        }

        public ValueTask CloseAsync(WebSocketCloseStatus status, string reason, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
