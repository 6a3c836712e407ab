using Microsoft.Win32.SafeHandles;

namespace Gateway.Orders.Archive;

/// <summary>A store in a file.</summary>
internal sealed class FileStore(SafeFileHandle file) : IStore
{
    public void Read(long offset, Span<byte> into)
    {
        while (!into.IsEmpty)
        {
            var read = RandomAccess.Read(file, into, offset);
            if (read == 0)
                throw new EndOfStreamException($"A file of the archive ends at {offset}, {into.Length} bytes early.");
            into = into[read..];
            offset += read;
        }
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(file, bytes, offset);

    public void Flush() => RandomAccess.FlushToDisk(file);

    public void Dispose() => file.Dispose();
}
