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
    public IEnumerable<(ulong Key, long Number)> Sorted() =>
        entries.Select(entry => (entry.Key, entry.Number)).Order();
}
