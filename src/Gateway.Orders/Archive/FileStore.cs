using Microsoft.Win32.SafeHandles;

namespace Gateway.Orders.Archive;

/// <summary>A store in a file that is begun anew and deleted at its end.</summary>
internal sealed class FileStore(string path) : IStore
{
    private readonly SafeFileHandle file =
        File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, FileOptions.DeleteOnClose);

    public void Read(long offset, Span<byte> into)
    {
        while (!into.IsEmpty)
        {
            var read = RandomAccess.Read(file, into, offset);
            if (read == 0)
            {
                into.Clear();
                return;
            }

            into = into[read..];
            offset += read;
        }
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(file, bytes, offset);

    public void Dispose() => file.Dispose();
}
