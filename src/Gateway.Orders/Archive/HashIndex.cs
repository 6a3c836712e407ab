using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gateway.Orders.Journal;

namespace Gateway.Orders.Archive;

/// <summary>
/// Numbers by the hash of a text. A look costs one page, however many there are, and memory holds no more than the place of each
/// page: it is an extendible hash table, whose pages split one at a time as they fill.
/// </summary>
internal sealed class HashIndex(IStore store) : IDisposable
{
    private const int PageSize = 4096;
    private const int EntrySize = 16;
    private const int Capacity = (PageSize / EntrySize) - 1;

    private readonly byte[] page = new byte[PageSize];
    private readonly byte[] sibling = new byte[PageSize];
    private readonly List<(ulong Hash, long Number)> unwritten = [];
    private int[] directory = [0];
    private int bits;
    private int pages = 1;

    /// <summary>The hash of a text.</summary>
    public static ulong HashOf(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>Adds a number. For as long as the disk is full it is remembered in memory.</summary>
    public void Add(ulong hash, long number)
    {
        try
        {
            Insert(hash, number);
        }
        catch (IOException full) when (SpaceReserve.IsWanting(full))
        {
            unwritten.Add((hash, number));
        }
    }

    /// <summary>Every number with that hash; whether it is that of the text has to be seen at what it stands for.</summary>
    public IEnumerable<long> Find(ulong hash)
    {
        List<long>? found = null;
        Load(PageOf(hash));
        for (var entry = 0; entry < Count(page); entry++)
        {
            if (HashAt(page, entry) == hash)
                (found ??= []).Add(NumberAt(page, entry));
        }

        foreach (var late in unwritten.Where(late => late.Hash == hash))
            (found ??= []).Add(late.Number);
        return found ?? Enumerable.Empty<long>();
    }

    public void Dispose() => store.Dispose();

    private void Insert(ulong hash, long number)
    {
        Load(PageOf(hash));
        while (Count(page) == Capacity)
        {
            Split(PageOf(hash));
            Load(PageOf(hash));
        }

        Put(page, hash, number);
        Save(PageOf(hash), page);
    }

    // The new page comes first: if there is no room for it, nothing has changed.
    private void Split(int number)
    {
        var depth = Depth(page) + 1;
        sibling.AsSpan().Clear();
        var keeping = page.ToArray();
        keeping.AsSpan().Clear();
        for (var entry = 0; entry < Count(page); entry++)
        {
            var hash = HashAt(page, entry);
            Put((hash >> (64 - depth) & 1) == 1 ? sibling : keeping, hash, NumberAt(page, entry));
        }

        SetDepth(sibling, depth);
        SetDepth(keeping, depth);
        Save(pages, sibling);
        Save(number, keeping);
        if (depth > bits)
        {
            directory = [.. directory.SelectMany(one => new[] { one, one })];
            bits++;
        }

        for (var place = 0; place < directory.Length; place++)
        {
            if (directory[place] == number && (place >> (bits - depth) & 1) == 1)
                directory[place] = pages;
        }

        pages++;
    }

    private int PageOf(ulong hash) => bits == 0 ? directory[0] : directory[hash >> (64 - bits)];

    private void Load(int number) => store.Read((long)number * PageSize, page);

    private void Save(int number, byte[] bytes) => store.Write((long)number * PageSize, bytes);

    private static int Depth(byte[] page) => BinaryPrimitives.ReadInt32LittleEndian(page);

    private static void SetDepth(byte[] page, int depth) => BinaryPrimitives.WriteInt32LittleEndian(page, depth);

    private static int Count(byte[] page) => BinaryPrimitives.ReadInt32LittleEndian(page.AsSpan(4));

    private static ulong HashAt(byte[] page, int entry) => BinaryPrimitives.ReadUInt64LittleEndian(page.AsSpan((entry + 1) * EntrySize));

    private static long NumberAt(byte[] page, int entry) => BinaryPrimitives.ReadInt64LittleEndian(page.AsSpan(((entry + 1) * EntrySize) + 8));

    private static void Put(byte[] page, ulong hash, long number)
    {
        var entry = Count(page);
        BinaryPrimitives.WriteUInt64LittleEndian(page.AsSpan((entry + 1) * EntrySize), hash);
        BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(((entry + 1) * EntrySize) + 8), number);
        BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(4), entry + 1);
    }
}
