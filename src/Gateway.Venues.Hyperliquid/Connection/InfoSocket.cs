using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// A connection of its own for questions, so that a long answer holds up no order. Whatever cannot be asked here is asked over
/// HTTP: nothing waits for this connection to stand. It also brings the feed of all perpetuals' contexts, which weighs nothing.
/// </summary>
internal sealed class InfoSocket(
    IDialer dialer, HyperliquidOptions options, TimeProvider time, ReconnectDelay delay, ILogger log)
{
    private const string Name = "info connection";
    private const string Contexts = "allDexsAssetCtxs";

    private static readonly byte[] Subscription = Encoding.UTF8.GetBytes($$$"""{"method":"subscribe","subscription":{"type":"{{{Contexts}}}"}}""");

    // The venue takes 100 posts in flight over all connections, of which orders and cancels use 95.
    private const int MostAtOnce = 5;

    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> questions = new();
    private VenueSocket? connection;
    private long last;
    private int asking;

    /// <summary>Asks, if the connection stands and is not busy.</summary>
    /// <returns>The answer; null: it has to be asked elsewhere.</returns>
    /// <exception cref="TransportException">The venue refused to answer.</exception>
    public async Task<JsonElement?> TryAskAsync(string body, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref connection) is not { } socket)
            return null;
        if (Interlocked.Increment(ref asking) > MostAtOnce)
        {
            Interlocked.Decrement(ref asking);
            return null;
        }

        var id = Interlocked.Increment(ref last);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        questions[id] = answer;
        using var late = new CancellationTokenSource(options.ReplyTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        await using var giveUp = either.Token.Register(() => answer.TrySetCanceled(either.Token));
        try
        {
            var frame = $$$"""{"method":"post","id":{{{id}}},"request":{"type":"info","payload":""" + body + "}}";
            if (!await TrySendAsync(socket, Encoding.UTF8.GetBytes(frame), either.Token))
                return null;
            return Read(await answer.Task);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Neither sent nor answered in time. It is asked elsewhere; a second answer to a question does no harm.
            return null;
        }
        finally
        {
            questions.TryRemove(id, out _);
            Interlocked.Decrement(ref asking);
        }
    }

    /// <summary>Keeps the connection up; ends only by cancellation.</summary>
    /// <param name="onContexts">Takes what the feed of contexts tells, valid during the call.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Action<JsonElement> onContexts, CancellationToken cancellationToken)
    {
        while (true)
        {
            var cause = await StandAsync(onContexts, cancellationToken);
            var pause = delay.Next();
            Log.Disconnected(log, Name, cause, pause);
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private static async ValueTask<bool> TrySendAsync(VenueSocket socket, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        try
        {
            await socket.SendAsync(frame, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is TransportException or ObjectDisposedException)
        {
            return false;
        }
    }

    private async Task<string> StandAsync(Action<JsonElement> onContexts, CancellationToken cancellationToken)
    {
        try
        {
            await using var socket = await VenueSocket.ConnectAsync(dialer, options, time, cancellationToken);
            Volatile.Write(ref connection, socket);
            Log.Connected(log, Name, options.WebSocket.Host);
            await socket.SendAsync(Subscription, cancellationToken);
            await Together.RunAsync(cancellationToken, end => ReceiveAsync(socket, onContexts, end), socket.PingAsync, socket.AwaitSilenceAsync);
            return "The connection ended.";
        }
        catch (TransportException failure)
        {
            return failure.Message;
        }
        finally
        {
            Volatile.Write(ref connection, null);
            foreach (var question in questions.Values)
                question.TrySetCanceled(CancellationToken.None);
        }
    }

    private async Task ReceiveAsync(VenueSocket socket, Action<JsonElement> onContexts, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var message = VenueFrame.Parse(await socket.ReceiveAsync(cancellationToken));
            if (message?.RootElement.Member("data") is not { } data)
                continue;
            if (message.RootElement.Text("channel") == Contexts)
                onContexts(data);
            if (message.RootElement.Text("channel") != "post")
                continue;
            delay.Reset();
            if (questions.TryGetValue(data.Integer("id") ?? 0, out var question) && data.Member("response") is { } response)
                question.TrySetResult(response.Clone());
        }
    }

    // The answer's data may be null, which says something.
    private static JsonElement? Read(JsonElement response) => response.Text("type") switch
    {
        "info" when response.Member("payload") is { ValueKind: JsonValueKind.Object } payload && payload.TryGetProperty("data", out var data) => data,
        "error" => throw new TransportException($"The venue refused to answer: {response.Text("payload")}"),
        _ => null,
    };
}
