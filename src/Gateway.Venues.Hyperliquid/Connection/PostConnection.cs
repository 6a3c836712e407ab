using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// A connection for numbered posts, many of them in flight, answered in any order. A post without an answer in time is
/// lost, but its answer is still taken if it comes.
/// </summary>
/// <param name="socket">The connection.</param>
/// <param name="options">Its deadlines.</param>
/// <param name="time">Its clock.</param>
/// <param name="answered">Called when fewer posts are in flight than before.</param>
/// <param name="log">Where errors of the venue go that concern no post.</param>
internal sealed class PostConnection(VenueSocket socket, HyperliquidOptions options, TimeProvider time, Action answered, ILogger log)
{
    private const string Name = "order connection";

    // Posts that were given up and may still be answered. A venue that leaves so many unanswered does not answer at all.
    private const int MostOverdue = 200;

    private readonly ConcurrentDictionary<long, Flight> flights = new();
    private int inFlight;
    private volatile bool isAbandoned;

    /// <summary>How many posts wait for an answer that may still come in time.</summary>
    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>Hands a post to the connection, once.</summary>
    public async ValueTask SendAsync(long id, ReadOnlyMemory<byte> frame, IPost post, CancellationToken cancellationToken)
    {
        var flight = new Flight(post, time.GetTimestamp());
        flights[id] = flight;
        Interlocked.Increment(ref inFlight);
        try
        {
            // Looked at after the flight was noted: whoever abandons sees the flight, or is seen here.
            if (isAbandoned)
                throw new TransportException("The connection has ended.");
            var sending = socket.SendAsync(frame, cancellationToken);
            await post.SentAsync(cancellationToken);
            await sending;
        }
        catch (Exception failure) when (failure is TransportException or ObjectDisposedException)
        {
            // How much of it left is not known.
            if (flights.TryRemove(id, out _))
                await LoseAsync(flight, failure.Message, cancellationToken);
        }
    }

    /// <summary>Receives until the connection ends.</summary>
    /// <exception cref="TransportException">It has ended.</exception>
    public async Task RunAsync(CancellationToken cancellationToken) => await Together.RunAsync(
        cancellationToken, ReceiveAsync, socket.PingAsync, socket.AwaitSilenceAsync, GiveUpAsync);

    /// <summary>Gives up every post in flight; nothing will be received any more.</summary>
    public async Task AbandonAsync(string cause, CancellationToken cancellationToken)
    {
        isAbandoned = true;
        foreach (var id in flights.Keys.Order())
        {
            if (flights.TryRemove(id, out var flight))
                await LoseAsync(flight, cause, cancellationToken);
        }
    }

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var frame = await socket.ReceiveAsync(cancellationToken);
            if (UsualAnswer.TryRead(frame.Span, out var id, out var reply) || TryRead(frame, out id, out reply))
                await AnswerAsync(id, reply, cancellationToken);
        }
    }

    // An answer in any form; false: the message is none.
    private bool TryRead(ReadOnlyMemory<byte> frame, out long id, [NotNullWhen(true)] out PostReply? reply)
    {
        (id, reply) = (0, null);
        using var parsed = VenueFrame.Parse(frame);
        if (parsed?.RootElement is not { } message)
            return false;
        switch (message.Text("channel"))
        {
            case "post" when message.Member("data") is { } data:
                if (PostReply.TryRead(data, out id, out reply))
                    return true;
                Log.Unreadable(log, Name, message.GetRawText());
                return false;
            case "error":
                var text = message.Text("data") ?? "";
                Log.VenueError(log, Name, text);
                // Too many posts in flight is the one such error that names its post, and the post was not taken in.
                reply = new PostReply.Refused(text);
                return ErrorText.TryReadPostId(text, out id);
            default:
                return false;
        }
    }

    private ValueTask AnswerAsync(long id, PostReply reply, CancellationToken cancellationToken)
    {
        if (!flights.TryRemove(id, out var flight))
            return ValueTask.CompletedTask;
        Land(flight);
        return flight.Post.AnsweredAsync(reply, cancellationToken);
    }

    private async Task GiveUpAsync(CancellationToken cancellationToken)
    {
        var often = options.ReplyTimeout / 20;
        while (true)
        {
            await Task.Delay(often, time, cancellationToken);
            var overdue = 0;
            // A copy first: sorting sizes its buffer by the count, which answers shrink meanwhile.
            foreach (var (_, flight) in flights.ToArray().OrderBy(flight => flight.Key))
            {
                if (flight.IsLost)
                    overdue++;
                else if (time.GetElapsedTime(flight.SentAt) >= options.ReplyTimeout)
                    await LoseAsync(flight, $"The venue has not answered within {options.ReplyTimeout}.", cancellationToken);
            }

            if (overdue > MostOverdue)
                throw new TransportException($"The venue leaves {overdue} posts unanswered.");
        }
    }

    private ValueTask LoseAsync(Flight flight, string cause, CancellationToken cancellationToken) =>
        Land(flight) ? flight.Post.LostAsync(cause, cancellationToken) : ValueTask.CompletedTask;

    // True the first time.
    private bool Land(Flight flight)
    {
        if (!flight.TryLose())
            return false;
        Interlocked.Decrement(ref inFlight);
        answered();
        return true;
    }

    private sealed class Flight(IPost post, long sentAt)
    {
        private int lost;

        public IPost Post => post;

        public long SentAt => sentAt;

        public bool IsLost => Volatile.Read(ref lost) != 0;

        public bool TryLose() => Interlocked.Exchange(ref lost, 1) == 0;
    }
}
