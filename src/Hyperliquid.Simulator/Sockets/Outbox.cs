using Hyperliquid.Simulator.Faults;

namespace Hyperliquid.Simulator.Sockets;

/// <summary>What is to be sent, at once or later, by transport time; and mixed up, if that was asked for.</summary>
internal sealed class Outbox(TimeProvider time)
{
    private readonly PriorityQueue<Action, (long Due, long Sequence)> later = new();
    private long sequence;
    private Shuffle? shuffle;

    /// <summary>Transport time in ms; it runs on while the exchange's clock is stopped.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Replies to posts that are held back.</summary>
    public int PostsInFlight { get; private set; }

    /// <summary>Does something after so many milliseconds; at equal times, what was asked for first.</summary>
    public void Later(long milliseconds, Action action) => later.Enqueue(action, (Now + milliseconds, ++sequence));

    /// <summary>Answers a post after so many milliseconds; until then it counts as in flight.</summary>
    public void ReplyLater(long milliseconds, Action reply)
    {
        PostsInFlight++;
        Later(milliseconds, () =>
        {
            PostsInFlight--;
            reply();
        });
    }

    /// <summary>Sends at once, or when the shuffle that is under way lets go.</summary>
    /// <param name="road">What takes the same road stays in order.</param>
    /// <param name="send">Sends after so many milliseconds.</param>
    public void Hold(object road, Action<long> send)
    {
        if (shuffle is { } mixing)
            mixing.Hold(road, send);
        else
            send(0);
    }

    /// <summary>Mixes up what is sent until this is disposed of; without a fault that asks for it, null.</summary>
    public IDisposable? Mix(Fault? fault)
    {
        if (fault is null)
            return null;
        shuffle = new(fault.Chance, fault.Milliseconds);
        return new Mixing(this);
    }

    /// <summary>Does what has become due.</summary>
    public void SendDue()
    {
        var now = Now;
        while (later.TryPeek(out _, out var due) && due.Due <= now)
            later.Dequeue()();
    }

    private sealed class Mixing(Outbox outbox) : IDisposable
    {
        public void Dispose()
        {
            var mixed = outbox.shuffle;
            outbox.shuffle = null;
            mixed?.Release();
        }
    }
}
