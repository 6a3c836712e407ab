using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace Gateway.Orders.Archive;

/// <summary>
/// Every fill, in the order written down; only the last few are in memory as well. One adds; what was added may be read by others at the same time, by its number.
/// </summary>
internal sealed class FillArchive(IRoom room) : IDisposable
{
    private const int EntrySize = 24;
    private const int InMemory = 4096;
    private const string Log = "fills";
    private const string EntryLog = "fills.entries";

    private readonly AppendLog fills = new(room, Log);
    private readonly AppendLog entries = new(room, EntryLog);
    private readonly ArchiveIndex ids = new(room, "fills.index");
    private readonly ArrayBufferWriter<byte> text = new(1024);
    private readonly Lock gate = new();
    private readonly (int Number, OrderFill Fill)[] recent = new (int, OrderFill)[InMemory];
    private DateTimeOffset latest = DateTimeOffset.MinValue;
    private FillArchiveStamp? leaving;

    /// <summary>The names of its logs.</summary>
    public static IEnumerable<string> Logs => [Log, EntryLog];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>How much older than one written down before it any fill was at most.</summary>
    public TimeSpan Lateness { get; private set; }

    /// <summary>Adds a fill.</summary>
    public void Add(OrderFill fill)
    {
        if (fill.Time > latest)
            latest = fill.Time;
        if (latest - fill.Time > Lateness)
            Lateness = latest - fill.Time;
        text.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(text))
            FillJson.Write(json, fill);
        Span<byte> entry = stackalloc byte[EntrySize];
        BinaryPrimitives.WriteInt64LittleEndian(entry, fills.Append(text.WrittenSpan));
        BinaryPrimitives.WriteInt64LittleEndian(entry[8..], text.WrittenCount);
        BinaryPrimitives.WriteInt64LittleEndian(entry[16..], latest.UtcTicks);
        entries.Append(entry);
        ids.Add(ArchiveIndex.KeyOf(fill.FillId), Count);
        lock (gate)
            recent[Count % InMemory] = (Count, fill);
        Count++;
    }

    /// <summary>The fill of that id, or null.</summary>
    public OrderFill? Find(string fillId)
    {
        foreach (var number in ids.Find(ArchiveIndex.KeyOf(fillId)))
        {
            if (Read((int)number) is var fill && fill.FillId == fillId)
                return fill;
        }

        return null;
    }

    /// <summary>The fill of that number, from 0.</summary>
    public OrderFill Read(int number)
    {
        lock (gate)
        {
            if (recent[number % InMemory] is { Fill: { } fill } known && known.Number == number)
                return fill;
        }

        Span<byte> entry = stackalloc byte[EntrySize];
        ReadEntry(number, entry);
        var bytes = new byte[(int)BinaryPrimitives.ReadInt64LittleEndian(entry[8..])];
        fills.Read(BinaryPrimitives.ReadInt64LittleEndian(entry), bytes);
        using var document = JsonDocument.Parse(bytes);
        return FillJson.Read(document.RootElement);
    }

    /// <summary>The time of the latest fill up to that number.</summary>
    public DateTimeOffset LatestThrough(int number)
    {
        Span<byte> entry = stackalloc byte[EntrySize];
        ReadEntry(number, entry);
        return new(BinaryPrimitives.ReadInt64LittleEndian(entry[16..]), TimeSpan.Zero);
    }

    /// <summary>Sets apart what is to be sealed.</summary>
    /// <returns>False if the disk is full: nothing has changed.</returns>
    public bool TryFreeze()
    {
        if (!fills.TryWriteOut() || !entries.TryWriteOut())
            return false;
        ids.Freeze();
        leaving = new(new(fills.Written, ""), new(entries.Written, ""), [], Count, latest, Lateness);
        return true;
    }

    /// <summary>Brings what was set apart to the disk, while the archive goes on.</summary>
    public async ValueTask<FillArchiveStamp> SealAsync(string mark, CancellationToken cancellationToken) => leaving! with
    {
        Log = fills.Seal(leaving.Log.Length),
        Entries = entries.Seal(leaving.Entries.Length),
        Ids = await ids.SealAsync(mark, cancellationToken),
    };

    /// <summary>Goes on with what was sealed.</summary>
    public void Adopt() => ids.Adopt();

    /// <summary>Takes back what was set apart.</summary>
    public void Thaw() => ids.Thaw();

    /// <summary>Whether what was sealed lies there.</summary>
    public static bool IsThere(IRoom room, FillArchiveStamp stamp) =>
        AppendLog.IsThere(room, Log, stamp.Log) && AppendLog.IsThere(room, EntryLog, stamp.Entries) && ArchiveIndex.IsThere(room, stamp.Ids);

    /// <summary>Goes on after what was sealed.</summary>
    public void Resume(FillArchiveStamp stamp)
    {
        fills.Resume(stamp.Log);
        entries.Resume(stamp.Entries);
        ids.Resume(stamp.Ids);
        (Count, latest, Lateness) = (stamp.Count, stamp.Latest, stamp.Lateness);
    }

    public void Dispose()
    {
        fills.Dispose();
        entries.Dispose();
        ids.Dispose();
    }

    private void ReadEntry(int number, Span<byte> entry) => entries.Read((long)number * EntrySize, entry);
}
