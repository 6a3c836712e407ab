using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Gateway.Orders;
using Gateway.Orders.Journal;

namespace Gateway.Torture.Tests.Disks;

/// <summary>
/// A journal in the notation of the file journal on a disk in memory. A flush takes a moment, and the process may die before,
/// within and right after it.
/// </summary>
/// <param name="disk">What was written.</param>
/// <param name="tellsShortage">Whether it tells that it has no room, by whether it has none and whether it ever had none.</param>
/// <param name="recorded">Hears of every record, read or appended.</param>
/// <param name="write">Writes to the disk and lives or dies; never completes in the latter case.</param>
internal sealed class DiskJournal(
    MemoryDisk disk, Func<bool, bool, bool> tellsShortage, Action<JournalRecord> recorded, Func<ReadOnlyMemory<byte>, Task> write) : IJournal
{
    private readonly RecordWriter writer = new();
    private readonly MemoryStream pending = new();
    private long sequence;
    private bool wasShort;
    private long flushed;

    public bool MayLoseTheLatest => false;

    public string? Shortage => tellsShortage(IsShort, wasShort) ? "The disk is full." : null;

    /// <summary>Whether there was no room when it looked last.</summary>
    public bool IsShort { get; private set; }

    public JournalPosition Position => new(sequence, Encoding.ASCII.GetString(writer.LastHash));

    /// <summary>Every whole record on a disk; a torn one at its end is cut off.</summary>
    public static IEnumerable<JournalRecord> Read(MemoryDisk disk, RecordReader reader)
    {
        var bytes = disk.Bytes;
        var offset = 0;
        while (TryTake(bytes, ref offset, out var line))
        {
            // The file journal skips what comes before without looking at it.
            if (reader.Sequence == 0 || Number(line) > reader.Sequence)
                yield return reader.Read(line);
        }

        disk.Truncate(offset);
    }

    public bool Holds(JournalPosition position)
    {
        var bytes = disk.Bytes;
        var offset = 0;
        ReadOnlyMemory<byte> line = default;
        for (var number = 1; number <= position.Sequence; number++)
        {
            if (!TryTake(bytes, ref offset, out line))
                return false;
        }

        return RecordReader.IsWhole(line.Span, position);
    }

    public async IAsyncEnumerable<JournalRecord> ReadAsync(
        JournalPosition? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        var reader = new RecordReader(after);
        foreach (var record in Read(disk, reader))
        {
            sequence = reader.Sequence;
            writer.ContinueAfter(reader.LastHash);
            recorded(record);
            yield return record;
        }

        sequence = flushed = reader.Sequence;
        writer.ContinueAfter(reader.LastHash);
        LookForRoom();
    }

    public long Append(DateTimeOffset time, Actor actor, JournalEvent journalEvent)
    {
        var record = new JournalRecord(++sequence, time, actor, journalEvent);
        pending.Write(writer.Write(record, flushed));
        recorded(record);
        return sequence;
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (IsShort)
            LookForRoom();
        if (pending.Length == 0)
            return;
        LookForRoom();
        var bytes = pending.ToArray();
        pending.SetLength(0);
        await write(bytes);
        flushed = sequence;
    }

    private void LookForRoom()
    {
        IsShort = disk.IsFull;
        wasShort |= IsShort;
    }

    private static bool TryTake(ReadOnlyMemory<byte> bytes, ref int offset, out ReadOnlyMemory<byte> line)
    {
        var length = bytes.Span[offset..].IndexOf((byte)'\n');
        line = length < 0 ? default : bytes.Slice(offset, length);
        offset += length + 1;
        return length >= 0;
    }

    private static long Number(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("seq").GetInt64();
    }

    public async ValueTask DisposeAsync()
    {
        writer.Dispose();
        await pending.DisposeAsync();
    }
}
