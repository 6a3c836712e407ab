namespace Gateway.Orders.Archive;

/// <summary>A directory.</summary>
internal sealed class FileRoom : IRoom
{
    private const string Unfinished = ".new";

    private readonly string directory;

    public FileRoom(string directory) => this.directory = Directory.CreateDirectory(directory).FullName;

    public IReadOnlyList<string> Names => [.. Directory.EnumerateFiles(directory).Select(path => Path.GetFileName(path))];

    public IStore Open(string name, long length)
    {
        var file = File.OpenHandle(PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        if (RandomAccess.GetLength(file) != length)
            RandomAccess.SetLength(file, length);
        return new FileStore(file);
    }

    public long LengthOf(string name) => new FileInfo(PathOf(name)) is { Exists: true } file ? file.Length : 0;

    public ValueTask WriteAsync(string name, IEnumerable<ReadOnlyMemory<byte>> portions, CancellationToken cancellationToken)
    {
        using (var file = File.OpenHandle(PathOf(name + Unfinished), FileMode.Create, FileAccess.Write))
        {
            var offset = 0L;
            foreach (var portion in portions)
            {
                cancellationToken.ThrowIfCancellationRequested();
                RandomAccess.Write(file, portion.Span, offset);
                offset += portion.Length;
            }

            RandomAccess.FlushToDisk(file);
        }

        File.Move(PathOf(name + Unfinished), PathOf(name), overwrite: true);
        return ValueTask.CompletedTask;
    }

    public void Remove(string name) => File.Delete(PathOf(name));

    private string PathOf(string name) => Path.Combine(directory, name);
}
