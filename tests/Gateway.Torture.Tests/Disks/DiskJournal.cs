using System.Runtime.CompilerServices;
using Gateway.Orders;
using Gateway.Orders.Journal;

namespace Gateway.Torture.Tests.Disks;

/// <summary>
/// A journal in the notation of the file journal on a disk in memory. A flush takes a moment, and the process may die before,
/// within and right after it.
/// </summary>
/// <param name="disk">What was written.</param>
/// <param name="recorded">Hears of every record, read or appended.</param>
/// <param name="write">Writes to the disk and lives or dies; never completes in the latter case.</param>
internal sealed class DiskJournal(MemoryDisk disk, Action<JournalRecord> recorded, Func<ReadOnlyMemory<byte>, Task> write) : IJournal
{
    private readonly RecordWriter writer = new();
    private readonly MemoryStream pending = new();
    private long sequence;

    public bool MayLoseTheLatest => false;

    public string? Shortage => null;

    /// <summary>Every whole record on a disk; a torn one at its end is cut off.</summary>
    public static IEnumerable<JournalRecord> Read(MemoryDisk disk, RecordReader reader)
    {
        var bytes = disk.Bytes;
        var offset = 0;
        while (bytes.Span[offset..].IndexOf((byte)'\n') is var length and >= 0)
        {
            yield return reader.Read(bytes.Slice(offset, length));
            offset += length + 1;
        }

        disk.Truncate(offset);
    }

    public async IAsyncEnumerable<JournalRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        var reader = new RecordReader();
        foreach (var record in Read(disk, reader))
        {
            recorded(record);
            yield return record;
        }

        sequence = reader.Sequence;
        writer.ContinueAfter(reader.LastHash);
    }

    public long Append(DateTimeOffset time, Actor actor, JournalEvent journalEvent)
    {
        var record = new JournalRecord(++sequence, time, actor, journalEvent);
        pending.Write(writer.Write(record));
        recorded(record);
        return sequence;
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (pending.Length == 0)
            return;
        var bytes = pending.ToArray();
        pending.SetLength(0);
        await write(bytes);
    }

    public async ValueTask DisposeAsync()
    {
        writer.Dispose();
        await pending.DisposeAsync();
    }
}
