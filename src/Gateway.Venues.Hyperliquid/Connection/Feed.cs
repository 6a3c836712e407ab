using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// Whether one private feed still tells what happens. It may be quiet because nothing happens or because it is broken, and only
/// asking the venue tells the two apart: it is asked when the feed has been quiet for long, and now and then in any case.
/// </summary>
/// <remarks>
/// Only what this feed tells puts the question off: pongs and other feeds of the same connection prove nothing about it. An
/// answer may be ahead of the feed by a moment, so what it shows is missed only if the feed has not told it by the next answer.
/// </remarks>
internal abstract class Feed(string name, HyperliquidOptions options, TimeProvider time, ILogger log)
{
    // More than a feed tells between two questions. Whatever is forgotten here is not held against it.
    private const int Most = 65_536;

    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan AnswersApart = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private readonly Queue<string> oldest = [];
    private HashSet<string> suspects = new(StringComparer.Ordinal);
    private long heardAt = time.GetTimestamp();

    /// <summary>Its name at the venue.</summary>
    public string Name => name;

    /// <summary>What it has missed, in a sentence, once that is known.</summary>
    public string? Missed { get; private set; }

    /// <summary>Watches until the feed has missed something.</summary>
    /// <exception cref="TransportException">It has.</exception>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (Missed is null)
        {
            var asked = time.GetTimestamp();
            while (DueIn(asked) is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait > LeastWait ? wait : LeastWait, time, cancellationToken);
            try
            {
                Missed = MissedOf(await ShownAsync(cancellationToken));
            }
            catch (TransportException unasked)
            {
                // That proves nothing about the feed. Whether the venue is still there, the connection itself finds out.
                Log.FeedUnchecked(log, name, unasked.Message);
            }
        }

        throw new TransportException($"{name}: {Missed}");
    }

    /// <summary>What the venue shows that the feed has to have told, in words.</summary>
    /// <exception cref="TransportException">The venue cannot be asked.</exception>
    protected abstract Task<IEnumerable<string>> ShownAsync(CancellationToken cancellationToken);

    /// <summary>The feed has told this.</summary>
    protected void Told(string item)
    {
        lock (gate)
        {
            heardAt = time.GetTimestamp();
            suspects.Remove(item);
            if (!told.Add(item))
                return;
            oldest.Enqueue(item);
            if (oldest.Count > Most)
                told.Remove(oldest.Dequeue());
        }
    }

    /// <summary>Whether the feed has told this lately.</summary>
    protected bool HasTold(string item)
    {
        lock (gate)
            return told.Contains(item);
    }

    private string? MissedOf(IEnumerable<string> shown)
    {
        lock (gate)
        {
            var untold = shown.Where(item => !told.Contains(item)).ToHashSet(StringComparer.Ordinal);
            var missed = untold.FirstOrDefault(suspects.Contains);
            suspects = untold;
            return missed is null ? null : $"it has not told of {missed}, which the venue shows when asked.";
        }
    }

    private TimeSpan DueIn(long asked)
    {
        lock (gate)
        {
            if (suspects.Count > 0)
                return AnswersApart - time.GetElapsedTime(asked);
            var quiet = options.FeedQuiet - time.GetElapsedTime(Math.Max(heardAt, asked));
            var latest = (options.FeedQuiet * 5) - time.GetElapsedTime(asked);
            return quiet < latest ? quiet : latest;
        }
    }
}
