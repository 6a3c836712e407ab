namespace Gateway.Orders.Archive;

/// <summary>A directory that is looked at, also while a gateway runs there: what is written stays in memory.</summary>
internal sealed class ReadOnlyRoom(string directory) : IRoom
{
    public IReadOnlyList<string> Names => Directory.Exists(directory) ? [.. Directory.EnumerateFiles(directory).Select(path => Path.GetFileName(path))] : [];

    public IStore Open(string name, long length) => new Overlay(
        length == 0
            ? new MemoryStore()
            : new FileStore(File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)),
        length);

    public long LengthOf(string name) => new FileInfo(PathOf(name)) is { Exists: true } file ? file.Length : 0;

    public ValueTask WriteAsync(string name, IEnumerable<ReadOnlyMemory<byte>> portions, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Who looks takes no snapshots.");

    public void Remove(string name) => throw new NotSupportedException("Who looks removes nothing.");

    private string PathOf(string name) => Path.Combine(directory, name);

    private sealed class Overlay(IStore below, long length) : IStore
    {
        private readonly MemoryStore above = new();

        public void Read(long offset, Span<byte> into)
        {
            var deep = (int)Math.Clamp(length - offset, 0, into.Length);
            below.Read(offset, into[..deep]);
            if (deep < into.Length)
                above.Read(offset + deep - length, into[deep..]);
        }

        public void Write(long offset, ReadOnlySpan<byte> bytes) => above.Write(offset - length, bytes);

        public void Flush() => above.Flush();

        public void Dispose() => below.Dispose();
    }
}
