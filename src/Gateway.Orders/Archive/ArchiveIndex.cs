using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Orders.Archive;

/// <summary>
/// Numbers by key. The latest are in memory; with each snapshot they become a sorted run on the disk, together with the runs before
/// that have no more than twice as many. So there are few runs, each at least twice the next, and a look costs a page of each. A run never
/// changes, so that it is right whenever it is whole.
/// </summary>
internal sealed class ArchiveIndex(IRoom room, string name) : IDisposable
{
    private readonly List<long> found = [];
    private RecentEntries recent = new();
    private RecentEntries? leaving;
    private RecentEntries? spare;
    private ImmutableArray<IndexRun> runs = [];
    private ImmutableArray<IndexRun> next = [];

    /// <summary>The key of a text.</summary>
    public static ulong KeyOf(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>Adds a number.</summary>
    public void Add(ulong key, long number) => recent.Add(key, number);

    /// <summary>Every number of that key, until the next look; where it is the key of a text, whose it is has to be seen at what it stands for.</summary>
    public IReadOnlyList<long> Find(ulong key)
    {
        found.Clear();
        recent.Find(key, found);
        leaving?.Find(key, found);
        foreach (var run in runs)
            run.Find(key, found);
        return found;
    }

    /// <summary>Sets apart what is in memory, to leave it.</summary>
    public void Freeze() => (leaving, recent, spare) = (recent, spare ?? new(), null);

    /// <summary>Writes what was set apart, while the index goes on.</summary>
    /// <param name="mark">What the name of the run ends with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>All runs that hold everything up to the freezing.</returns>
    public async ValueTask<ImmutableArray<RunStamp>> SealAsync(string mark, CancellationToken cancellationToken)
    {
        next = runs;
        if (leaving is { Count: > 0 } entries)
        {
            var sources = new List<IEnumerable<(ulong Key, long Number)>> { entries.Sorted() };
            var count = (long)entries.Count;
            var kept = runs.Length;
            for (; kept > 0 && runs[kept - 1].Stamp.Count <= 2 * count; kept--)
            {
                count += runs[kept - 1].Stamp.Count;
                sources.Add(runs[kept - 1].All());
            }

            next = [.. runs[..kept], await IndexRun.WriteAsync(room, $"{name}-{mark}", Merged(sources), cancellationToken)];
        }

        return [.. next.Select(run => run.Stamp)];
    }

    /// <summary>Goes on with the runs that were sealed.</summary>
    public void Adopt()
    {
        foreach (var replaced in runs.Except(next))
            replaced.Dispose();
        (runs, next) = (next, []);
        Spare();
    }

    /// <summary>Takes back what was set apart: it could not be written.</summary>
    public void Thaw()
    {
        foreach (var useless in next.Except(runs))
            useless.Dispose();
        next = [];
        if (leaving is { } back)
            recent.Add(back);
        Spare();
    }

    /// <summary>Whether all of these runs lie there.</summary>
    public static bool IsThere(IRoom room, ImmutableArray<RunStamp> stamps) => stamps.All(stamp => IndexRun.IsThere(room, stamp));

    /// <summary>Goes on after what was sealed.</summary>
    public void Resume(ImmutableArray<RunStamp> stamps) => runs = [.. stamps.Select(stamp => IndexRun.Open(room, stamp))];

    public void Dispose()
    {
        foreach (var run in runs.Union(next))
            run.Dispose();
    }

    // What has left is used again: the room for so many is large, and would be taken anew with every snapshot.
    private void Spare()
    {
        leaving?.Clear();
        (spare, leaving) = (leaving, null);
    }

    private static IEnumerable<(ulong Key, long Number)> Merged(List<IEnumerable<(ulong Key, long Number)>> sources)
    {
        var waiting = new PriorityQueue<IEnumerator<(ulong Key, long Number)>, (ulong Key, long Number)>();
        foreach (var source in sources)
            Wait(source.GetEnumerator());
        while (waiting.TryDequeue(out var first, out var entry))
        {
            yield return entry;
            Wait(first);
        }

        void Wait(IEnumerator<(ulong Key, long Number)> source)
        {
            if (source.MoveNext())
                waiting.Enqueue(source, source.Current);
            else
                source.Dispose();
        }
    }
}
