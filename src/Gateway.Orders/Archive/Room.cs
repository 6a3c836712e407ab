namespace Gateway.Orders.Archive;

/// <summary>Where stores lie: in a directory, or, without one, in memory.</summary>
internal sealed class Room(string? directory)
{
    /// <summary>Begins an empty store.</summary>
    public IStore Begin(string name)
    {
        if (directory is null)
            return new MemoryStore();
        Directory.CreateDirectory(directory);
        return new FileStore(Path.Combine(directory, name));
    }
}
