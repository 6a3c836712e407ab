using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// A venue that takes every order at once and checks nothing, so that what is measured is what stands before it. It speaks as
/// much of Hyperliquid as the gateway needs to go live, and answers each post with a resting order for each order in its action.
/// The first part of an address names an account, so that each contender has a book of its own; an order rests until the bench
/// has it ended.
/// </summary>
internal sealed class MockVenue
{
    private const int MostDelayed = 4096;

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, MockBook> books = new(StringComparer.Ordinal);
    private readonly List<long> answeredAt = [];
    private readonly Lock gate = new();
    private long lastOrder = 1_000_000;
    private long actions;
    private long orders;
    private volatile int delayMs;

    private MockVenue(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.UseWebSockets(new() { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        app.Run(ServeAsync);
    }

    /// <summary>Serves until its standard input ends, that is until whoever started it is gone.</summary>
    public static Task RunAsync(int port) => ChildProcess.ServeAsync(new MockVenue(port).app, port);

    private async Task ServeAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            try
            {
                await ServeAsync(socket, BookOf(context.Request.Path));
            }
            catch (WebSocketException)
            {
                // Its client is gone.
            }

            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(context.Request.Path.Value switch
        {
            "/bench/delay" => SetDelay(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)),
            "/bench/counts" => TakeCounts(),
            "/bench/answers" => TakeAnswers(),
            "/bench/end" => await EndAsync(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)),
            { } path when path.EndsWith("/info", StringComparison.Ordinal) =>
                MockInfo.Answer(body.GetBuffer().AsSpan(0, (int)body.Length), BookOf(path)),
            _ => "{}",
        });
    }

    private MockBook BookOf(string? path) => books.GetOrAdd(path![..path!.LastIndexOf('/')], _ => new MockBook());

    // Every order that has rested for so many milliseconds.
    private async Task<string> EndAsync(string milliseconds)
    {
        foreach (var book in books.Values)
            await book.EndAsync(TimeSpan.FromMilliseconds(int.Parse(milliseconds)));
        return "{}";
    }

    private string SetDelay(string milliseconds)
    {
        delayMs = int.Parse(milliseconds);
        return "{}";
    }

    // What was counted since the last call.
    private string TakeCounts() =>
        $$"""{"actions":{{Interlocked.Exchange(ref actions, 0)}},"orders":{{Interlocked.Exchange(ref orders, 0)}}}""";

    // When each order was answered since the last call, in the order of their coming: ticks of the machine's one monotonic clock.
    private string TakeAnswers()
    {
        lock (gate)
        {
            var text = $"[{string.Join(',', answeredAt)}]";
            answeredAt.Clear();
            return text;
        }
    }

    private async Task ServeAsync(WebSocket socket, MockBook book)
    {
        var delayed = Channel.CreateBounded<(long Due, long Id, UInt128[] Cloids, long First)>(new BoundedChannelOptions(MostDelayed) { SingleReader = true });
        using var turn = new SemaphoreSlim(1);
        Func<ReadOnlyMemory<byte>, Task> stream = text => SendAsync(socket, text, turn);
        var later = AnswerLaterAsync(socket, book, delayed.Reader, turn);
        var received = new byte[64 * 1024];
        var answer = new byte[64 * 1024];
        var post = new MockPost();
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(received.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                    break;
                if (!post.TryRead(received.AsSpan(0, length)))
                {
                    await SendAsync(socket, MockInfo.Reply(received.AsSpan(0, length)), turn);
                    if (MockInfo.SubscribesToOrders(received.AsSpan(0, length)))
                        book.Tell(stream);
                    continue;
                }

                var first = Take(post, book);
                if (delayMs is var wait and > 0)
                {
                    await delayed.Writer.WriteAsync((Environment.TickCount64 + wait, post.Id, [.. post.Cloids], first));
                    continue;
                }

                await SendAsync(socket, answer.AsMemory(0, Answer(answer, post.Id, post.Cloids.Count, first)), turn);
                await book.ToldAsync(first, post.Cloids);
            }
        }
        finally
        {
            book.Forget(stream);
            delayed.Writer.Complete();
        }

        await later;
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private async Task AnswerLaterAsync(
        WebSocket socket, MockBook book, ChannelReader<(long Due, long Id, UInt128[] Cloids, long First)> delayed, SemaphoreSlim turn)
    {
        var answer = new byte[64 * 1024];
        await foreach (var (due, id, cloids, first) in delayed.ReadAllAsync())
        {
            var wait = due - Environment.TickCount64;
            if (wait > 0)
                await Task.Delay((int)wait);
            await SendAsync(socket, answer.AsMemory(0, Answer(answer, id, cloids.Length, first)), turn);
            await book.ToldAsync(first, cloids);
        }
    }

    private static async Task SendAsync(WebSocket socket, ReadOnlyMemory<byte> text, SemaphoreSlim turn)
    {
        await turn.WaitAsync();
        try
        {
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    private long Take(MockPost post, MockBook book)
    {
        var first = Interlocked.Add(ref lastOrder, post.Cloids.Count) - post.Cloids.Count + 1;
        book.Take(first, CollectionsMarshal.AsSpan(post.Cloids));
        return first;
    }

    private int Answer(byte[] answer, long id, int count, long first)
    {
        Interlocked.Increment(ref actions);
        Interlocked.Add(ref orders, count);
        var now = Stopwatch.GetTimestamp();
        lock (gate)
        {
            for (var order = 0; order < count; order++)
                answeredAt.Add(now);
        }

        return MockPost.WriteAnswer(answer, id, count, first);
    }
}
