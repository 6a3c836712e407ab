using Gateway.Orders.Journal;

namespace Gateway.Orders.Archive;

/// <summary>
/// Bytes that are only added to. The last ones wait in memory until there are enough to write, or for as long as the disk is full.
/// One appends; others may read at the same time what was appended before.
/// </summary>
internal sealed class AppendLog(IStore store) : IDisposable
{
    private const int Portion = 64 * 1024;

    private readonly Lock gate = new();
    private readonly MemoryStream tail = new();
    private long written;

    /// <summary>Adds bytes, which are read back as a whole or not at all.</summary>
    /// <returns>Where they begin.</returns>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            var offset = written + tail.Length;
            tail.Write(bytes);
            if (tail.Length >= Portion)
                WriteTail();
            return offset;
        }
    }

    /// <summary>Reads what was appended.</summary>
    public void Read(long offset, Span<byte> into)
    {
        lock (gate)
        {
            if (offset >= written)
            {
                tail.GetBuffer().AsSpan((int)(offset - written), into.Length).CopyTo(into);
                return;
            }
        }

        store.Read(offset, into);
    }

    public void Dispose()
    {
        tail.Dispose();
        store.Dispose();
    }

    private void WriteTail()
    {
        try
        {
            store.Write(written, tail.GetBuffer().AsSpan(0, (int)tail.Length));
        }
        catch (IOException full) when (SpaceReserve.IsWanting(full))
        {
            return;
        }

        written += tail.Length;
        tail.SetLength(0);
    }
}
