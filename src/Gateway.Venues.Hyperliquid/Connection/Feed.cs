using System.Threading.Channels;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// Whether one private feed still tells what happens. It may be quiet because nothing happens or because it is broken, while its
/// connection answers pings; only what the venue shows when it is asked tells the two apart. It is asked now and then by
/// <see cref="Reconciliation.AccountFence"/>; nothing is asked here.
/// </summary>
/// <remarks>
/// An answer may be ahead of the feed by a moment, so what it shows is missed only if the feed has not told it a while later.
/// </remarks>
/// <typeparam name="T">What it tells; as a text it completes "it has not told of".</typeparam>
internal sealed class Feed<T>(string name, TimeProvider time)
    where T : IEquatable<T>
{
    // More than the venue's rate limits let happen between two looks.
    private const int Most = 65_536;

    // Looks reach back over the one before.
    private const int LooksInDoubt = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly HashSet<T> told = [];
    private readonly Queue<T> oldest = [];
    private readonly Channel<IReadOnlyList<T>> untold = Channel.CreateBounded<IReadOnlyList<T>>(16);
    private int inDoubt;

    /// <summary>Its name at the venue.</summary>
    public string Name => name;

    /// <summary>What it has missed, in a sentence, once that is known.</summary>
    public string? Missed { get; private set; }

    /// <summary>The feed has told this.</summary>
    public void Tell(T item)
    {
        lock (gate)
        {
            if (!told.Add(item))
                return;
            oldest.Enqueue(item);
            if (oldest.Count <= Most)
                return;
            told.Remove(oldest.Dequeue());
            inDoubt = LooksInDoubt;
        }
    }

    /// <summary>A look at the venue shows this, which the feed has to have told.</summary>
    public void Show(IEnumerable<T> shown)
    {
        lock (gate)
        {
            // What was forgotten here is not held against the feed.
            if (inDoubt > 0)
                inDoubt--;
            else if (shown.Where(item => !told.Contains(item)).ToList() is { Count: > 0 } some)
                untold.Writer.TryWrite(some);
        }
    }

    /// <summary>Watches until the feed has missed something.</summary>
    /// <exception cref="TransportException">It has.</exception>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (Missed is null)
        {
            var suspects = await untold.Reader.ReadAsync(cancellationToken);
            await Task.Delay(Patience, time, cancellationToken);
            if (suspects.Where(item => !HasTold(item)).ToList() is [var missed, ..])
                Missed = $"it has not told of {missed}, which the venue shows when asked.";
        }

        throw new TransportException($"{name}: {Missed}");
    }

    private bool HasTold(T item)
    {
        lock (gate)
            return told.Contains(item);
    }
}
