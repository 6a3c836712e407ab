using System.Buffers;

namespace Gateway.Orders.Archive;

/// <summary>The entries of an index that are in memory.</summary>
internal sealed class RecentEntries
{
    private readonly List<(ulong Key, long Number, int Before)> entries = [];
    private readonly Dictionary<ulong, int> last = [];

    public int Count => entries.Count;

    public void Add(ulong key, long number)
    {
        entries.Add((key, number, last.TryGetValue(key, out var before) ? before : -1));
        last[key] = entries.Count - 1;
    }

    public void Add(RecentEntries others)
    {
        foreach (var (key, number, _) in others.entries)
            Add(key, number);
    }

    public void Find(ulong key, List<long> found)
    {
        for (var place = last.GetValueOrDefault(key, -1); place >= 0; place = entries[place].Before)
            found.Add(entries[place].Number);
    }

    /// <summary>All of them, in the order of runs.</summary>
    public IEnumerable<(ulong Key, long Number)> Sorted()
    {
        var sorted = ArrayPool<(ulong Key, long Number)>.Shared.Rent(entries.Count);
        try
        {
            for (var place = 0; place < entries.Count; place++)
                sorted[place] = (entries[place].Key, entries[place].Number);
            Array.Sort(sorted, 0, entries.Count);
            for (var place = 0; place < entries.Count; place++)
                yield return sorted[place];
        }
        finally
        {
            ArrayPool<(ulong Key, long Number)>.Shared.Return(sorted);
        }
    }

    /// <summary>Forgets all, and keeps the room for as many.</summary>
    public void Clear()
    {
        entries.Clear();
        last.Clear();
    }
}
