namespace Gateway.Orders.Archive;

/// <summary>A store without a disk, for whoever looks at a journal once.</summary>
internal sealed class MemoryStore : IStore
{
    private const int PageSize = 4096;

    // Read by those who list fills while the engine goes on.
    private readonly Lock gate = new();
    private readonly Dictionary<long, byte[]> pages = [];

    public void Read(long offset, Span<byte> into)
    {
        lock (gate)
        {
            while (!into.IsEmpty)
            {
                var (page, start) = Math.DivRem(offset, PageSize);
                var part = into[..Math.Min(into.Length, PageSize - (int)start)];
                if (pages.TryGetValue(page, out var bytes))
                    bytes.AsSpan((int)start, part.Length).CopyTo(part);
                else
                    part.Clear();
                into = into[part.Length..];
                offset += part.Length;
            }
        }
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            while (!bytes.IsEmpty)
            {
                var (page, start) = Math.DivRem(offset, PageSize);
                var part = bytes[..Math.Min(bytes.Length, PageSize - (int)start)];
                if (!pages.TryGetValue(page, out var written))
                    pages.Add(page, written = new byte[PageSize]);
                part.CopyTo(written.AsSpan((int)start));
                bytes = bytes[part.Length..];
                offset += part.Length;
            }
        }
    }

    public void Dispose()
    {
        // Nothing is held but memory.
    }
}
