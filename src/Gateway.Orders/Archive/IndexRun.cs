using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Gateway.Orders.Archive;

/// <summary>
/// Entries of an index in a file that never changes: sorted by key, then the first key of each page. Those first keys are in memory,
/// so a look costs one page.
/// </summary>
internal sealed class IndexRun : IDisposable
{
    private const int EntrySize = 16;
    private const int PageEntries = 256;
    private const int PageSize = PageEntries * EntrySize;

    private readonly IStore store;
    private readonly ulong[] firsts;

    private IndexRun(RunStamp stamp, IStore store, ulong[] firsts) => (Stamp, this.store, this.firsts) = (stamp, store, firsts);

    public RunStamp Stamp { get; }

    /// <summary>Whether a run of that name and size lies there.</summary>
    public static bool IsThere(IRoom room, RunStamp stamp) => room.LengthOf(stamp.Name) == SizeOf(stamp.Count);

    public static IndexRun Open(IRoom room, RunStamp stamp)
    {
        var run = new IndexRun(stamp, room.Open(stamp.Name, SizeOf(stamp.Count)), new ulong[PagesOf(stamp.Count)]);
        run.store.Read(stamp.Count * EntrySize, MemoryMarshal.AsBytes(run.firsts.AsSpan()));
        return run;
    }

    /// <summary>Writes a run of entries that are sorted.</summary>
    public static async ValueTask<IndexRun> WriteAsync(
        IRoom room, string name, IEnumerable<(ulong Key, long Number)> sorted, CancellationToken cancellationToken)
    {
        var count = 0L;
        await room.WriteAsync(name, Portions(), cancellationToken);
        return Open(room, new(name, count));

        IEnumerable<ReadOnlyMemory<byte>> Portions()
        {
            var begins = new List<ulong>();
            var page = new byte[PageSize];
            var used = 0;
            foreach (var (key, number) in sorted)
            {
                if (used == 0)
                    begins.Add(key);
                BinaryPrimitives.WriteUInt64LittleEndian(page.AsSpan(used), key);
                BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(used + sizeof(ulong)), number);
                used += EntrySize;
                count++;
                if (used < PageSize)
                    continue;
                yield return page;
                used = 0;
            }

            yield return page.AsMemory(0, used);
            yield return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(begins)).ToArray();
        }
    }

    /// <summary>Adds every number of that key.</summary>
    public void Find(ulong key, List<long> found)
    {
        var lower = Array.BinarySearch(firsts, key);
        lower = lower < 0 ? ~lower : lower;
        while (lower > 0 && firsts[lower - 1] == key)
            lower--;

        // The page before the first that begins with the key may end with it.
        Span<byte> bytes = stackalloc byte[PageSize];
        for (var page = Math.Max(lower - 1, 0); page < firsts.Length && firsts[page] <= key; page++)
            FindIn(ReadPage(page, bytes), key, found);
    }

    /// <summary>All entries, as they are sorted.</summary>
    public IEnumerable<(ulong Key, long Number)> All()
    {
        var bytes = new byte[PageSize];
        for (var page = 0; page < firsts.Length; page++)
        {
            var length = ReadPage(page, bytes).Length;
            for (var entry = 0; entry < length; entry += EntrySize)
                yield return (KeyAt(bytes, entry), NumberAt(bytes, entry));
        }
    }

    public void Dispose() => store.Dispose();

    private static void FindIn(ReadOnlySpan<byte> page, ulong key, List<long> found)
    {
        var (first, end) = (0, page.Length / EntrySize);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (KeyAt(page, middle * EntrySize) < key)
                first = middle + 1;
            else
                end = middle;
        }

        for (var entry = first * EntrySize; entry < page.Length && KeyAt(page, entry) == key; entry += EntrySize)
            found.Add(NumberAt(page, entry));
    }

    private ReadOnlySpan<byte> ReadPage(int page, Span<byte> into)
    {
        var start = (long)page * PageSize;
        into = into[..(int)Math.Min(PageSize, (Stamp.Count * EntrySize) - start)];
        store.Read(start, into);
        return into;
    }

    private static ulong KeyAt(ReadOnlySpan<byte> page, int entry) => BinaryPrimitives.ReadUInt64LittleEndian(page[entry..]);

    private static long NumberAt(ReadOnlySpan<byte> page, int entry) => BinaryPrimitives.ReadInt64LittleEndian(page[(entry + sizeof(ulong))..]);

    private static long PagesOf(long count) => (count + PageEntries - 1) / PageEntries;

    private static long SizeOf(long count) => (count * EntrySize) + (PagesOf(count) * sizeof(ulong));
}
