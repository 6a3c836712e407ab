using System.Net.WebSockets;
using Gateway.Orders;
using Gateway.Server.Requests;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues.Transport;

namespace Gateway.Server.Sockets;

/// <summary>One client's connection from its upgrade to its end: reads frames, has them answered, and parts in order.</summary>
internal sealed class Connection(
    IClientSocket socket, Outbox outbox, Subscriptions subscriptions, RequestDesk desk, OrderEngine engine, SocketOptions options, TimeProvider time)
{
    private static readonly Refusal BinaryFrame =
        new(ErrorCode.MalformedMessage, "A binary frame came; send each message as one JSON object in a text frame.");

    private volatile bool closing;

    /// <summary>Serves until the client leaves or falls behind, or the server stops.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var abandon = new CancellationTokenSource();
        // Without asynchronous continuations, which would make WhenAny hop to another thread.
        var stop = new TaskCompletionSource();
        await using var onStop = stopping.Register(() => stop.TrySetResult());

        var sending = outbox.RunAsync(abandon.Token);
        var reading = ReadAsync(abandon.Token);
        var first = await Task.WhenAny(reading, outbox.FellBehind, stop.Task);
        closing = true;
        try
        {
            if (first == outbox.FellBehind)
                outbox.Drop(); // The backlog that it could not keep up with; it reconnects and resumes instead.
            await FinishAsync(sending).WaitAsync(options.ClosingTimeout, time, CancellationToken.None);
            var (status, reason) = first == reading ? Parting(await reading) : first == stop.Task
                ? (WebSocketCloseStatus.EndpointUnavailable, "The gateway is stopping; reconnect and resume.")
                : (TryAgainLater, "This client reads too slowly; reconnect and resume after the last sequence seen.");
            await socket.CloseAsync(status, reason, abandon.Token).AsTask().WaitAsync(options.ClosingTimeout, time, CancellationToken.None);
            await FarewellAsync(reading, abandon.Token).WaitAsync(options.ClosingTimeout, time, CancellationToken.None);
        }
        catch (Exception gone) when (gone is TimeoutException or TransportException or OperationCanceledException)
        {
            // It does not listen any more: cut the line.
        }
        finally
        {
            Cancel(abandon);
            // One by one: WhenAll would hop to another thread.
            await reading;
            await sending;
            await desk.Idle;
        }
    }

    // RFC 6455's registry has the number, the framework's enumeration has not.
    private const WebSocketCloseStatus TryAgainLater = (WebSocketCloseStatus)1013;

    private (WebSocketCloseStatus Status, string Reason) Parting(FrameKind last) => last == FrameKind.TooLarge
        ? (WebSocketCloseStatus.MessageTooBig, $"A message may have at most {options.MaxMessageBytes} bytes.")
        : (WebSocketCloseStatus.NormalClosure, "");

    // Takes in what the client still sends until it answers the goodbye: a line cut with bytes unread in it may take the
    // goodbye along.
    private async Task FarewellAsync(Task<FrameKind> reading, CancellationToken cancellationToken)
    {
        if (await reading == FrameKind.Closed)
            return;
        while ((await socket.ReceiveAsync(cancellationToken)).Kind != FrameKind.Closed)
        {
            // Too late.
        }
    }

    // Lets what is under way have its effect and its answer.
    private async Task FinishAsync(Task sending)
    {
        await subscriptions.EndAllAsync();
        desk.Close();
        await desk.Idle;
        outbox.Complete();
        await sending;
    }

    private async Task<FrameKind> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var frame = await WhenHere(socket.ReceiveAsync(cancellationToken));
                if (frame.Kind is FrameKind.Closed or FrameKind.TooLarge)
                    return frame.Kind;
                if (closing)
                    continue;
                await WhenHere(outbox.TakeSlotAsync(cancellationToken));
                if (frame.Kind == FrameKind.Binary)
                    outbox.Answer(AnswerWriter.Error(null, BinaryFrame));
                else
                    _ = desk.AnswerAsync(frame.Payload, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            return FrameKind.Closed;
        }
        finally
        {
            engine.Go();
        }
    }

    // What came in together is decided together, as soon as nothing more is here: by this thread, which would have to wait anyway.
    private ValueTask<ClientFrame> WhenHere(ValueTask<ClientFrame> receiving)
    {
        if (!receiving.IsCompleted)
            engine.Go();
        return receiving;
    }

    private Task WhenHere(Task slot)
    {
        if (!slot.IsCompleted)
            engine.Go();
        return slot;
    }

    // CancelAsync would hop to another thread.
    private static void Cancel(CancellationTokenSource source) => source.Cancel();
}
