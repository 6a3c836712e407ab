namespace Gateway.Orders.Journal;

/// <summary>
/// The segment that is written. Records are only written where there is room: zeros that are on the disk already. That changes neither
/// how long the file is nor what belongs to it, so that a flush brings the records alone to the disk; and where a power cut keeps
/// some of them from it, there are zeros.
/// </summary>
internal sealed class SegmentFile(ISegmentBytes bytes, long end) : IDisposable
{
    private const int PageBytes = 4096;

    private static readonly byte[] Zeros = new byte[64 * 1024];

    private bool isWritten;

    /// <summary>Where its records end.</summary>
    public long End { get; private set; } = end;

    /// <summary>How many bytes of records it has room for. One zero always stays behind them, by which a reader knows that there was room.</summary>
    public long Room { get; private set; } = bytes.Length - end - 1;

    /// <summary>Writes behind the last record, where there is room.</summary>
    /// <exception cref="IOException">It was not written, or in part.</exception>
    public void Append(ReadOnlySpan<byte> records)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(records.Length, Room, nameof(records));
        bytes.Write(records, End);
        End += records.Length;
        Room -= records.Length;
        isWritten = true;
    }

    /// <summary>Makes room for so many bytes at least, and flushes.</summary>
    /// <exception cref="IOException">The disk is full, and nothing changed; or it is broken.</exception>
    public void Extend(long room)
    {
        var length = End + Room + 1;
        var to = (End + room + PageBytes) / PageBytes * PageBytes;
        try
        {
            // Really written: room that a file system has only promised may turn out to be none when the records are on their way.
            for (var at = length; at < to; at += Zeros.Length)
                bytes.Write(Zeros.AsSpan(0, (int)Math.Min(Zeros.Length, to - at)), at);
        }
        catch (IOException full) when (SpaceReserve.IsWanting(full))
        {
            bytes.Cut(length);
            throw;
        }

        Flush(bytes.Flush);
        Room = to - End - 1;
    }

    /// <summary>Drops whatever follows the records: room, and what a write that failed has left there; and flushes.</summary>
    public void Cut()
    {
        // The other way round the disk might cut first, and then nothing would show that records are missing before the end.
        Flush();
        if (bytes.Length > End)
            bytes.Cut(End);
        Flush(bytes.Flush);
        Room = -1;
    }

    /// <summary>Brings what was written to the disk.</summary>
    public void Flush()
    {
        if (isWritten)
            Flush(bytes.FlushContent);
    }

    public void Dispose() => bytes.Dispose();

    // A flush that fails is never a mere want of room: what the disk holds is unknown after it.
    private void Flush(Action flush)
    {
        try
        {
            flush();
            isWritten = false;
        }
        catch (IOException full) when (SpaceReserve.IsWanting(full))
        {
            throw new IOException($"What was written did not reach the disk: {full.Message}", full);
        }
    }
}
