namespace Gateway.Orders.Archive;

/// <summary>A store without a disk.</summary>
internal sealed class MemoryStore : IStore
{
    private const int PageSize = 4096;

    // Read by those who list fills while the engine goes on.
    private readonly Lock gate = new();
    private readonly List<byte[]> pages = [];

    /// <summary>How many bytes there are.</summary>
    public long Length { get; private set; }

    public void Read(long offset, Span<byte> into)
    {
        lock (gate)
        {
            if (offset + into.Length > Length)
                throw new EndOfStreamException($"There are {Length} bytes, and {into.Length} at {offset} were asked for.");
            while (!into.IsEmpty)
            {
                var (page, start) = Math.DivRem(offset, PageSize);
                var part = into[..Math.Min(into.Length, PageSize - (int)start)];
                pages[(int)page].AsSpan((int)start, part.Length).CopyTo(part);
                into = into[part.Length..];
                offset += part.Length;
            }
        }
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            Length = Math.Max(Length, offset + bytes.Length);
            while (!bytes.IsEmpty)
            {
                var (page, start) = Math.DivRem(offset, PageSize);
                var part = bytes[..Math.Min(bytes.Length, PageSize - (int)start)];
                while (pages.Count <= page)
                    pages.Add(new byte[PageSize]);
                part.CopyTo(pages[(int)page].AsSpan((int)start));
                bytes = bytes[part.Length..];
                offset += part.Length;
            }
        }
    }

    /// <summary>Forgets what lies behind.</summary>
    public void Truncate(long length)
    {
        lock (gate)
            Length = Math.Min(Length, length);
    }

    public void Flush()
    {
        // Nothing is nearer to the disk than this.
    }

    public void Dispose()
    {
        // The room has it, and may open it again.
    }
}
