using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace Gateway.Orders.Archive;

/// <summary>
/// Every fill, in the order written down; only the last few are in memory as well. It is made anew from the journal by every start.
/// One adds; what was added may be read by others at the same time, by its number.
/// </summary>
internal sealed class FillArchive(Room room) : IDisposable
{
    private const int EntrySize = 24;
    private const int InMemory = 4096;

    private readonly AppendLog fills = new(room.Begin("fills"));
    private readonly AppendLog entries = new(room.Begin("fills.index"));
    private readonly HashIndex ids = new(room.Begin("fills.ids"));
    private readonly ArrayBufferWriter<byte> text = new(1024);
    private readonly Lock gate = new();
    private readonly (int Number, OrderFill Fill)[] recent = new (int, OrderFill)[InMemory];
    private DateTimeOffset latest = DateTimeOffset.MinValue;

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
        ids.Add(HashIndex.HashOf(fill.FillId), Count);
        lock (gate)
            recent[Count % InMemory] = (Count, fill);
        Count++;
    }

    /// <summary>The fill of that id, or null.</summary>
    public OrderFill? Find(string fillId)
    {
        foreach (var number in ids.Find(HashIndex.HashOf(fillId)))
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

    public void Dispose()
    {
        fills.Dispose();
        entries.Dispose();
        ids.Dispose();
    }

    private void ReadEntry(int number, Span<byte> entry) => entries.Read((long)number * EntrySize, entry);
}
