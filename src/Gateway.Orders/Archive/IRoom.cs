namespace Gateway.Orders.Archive;

/// <summary>Where the archive and the snapshot lie. One process has it, by the journal's lock.</summary>
internal interface IRoom
{
    /// <summary>Opens a store that keeps so many bytes of what it had and forgets the others.</summary>
    IStore Open(string name, long length);

    /// <summary>How many bytes lie under that name; 0: none.</summary>
    long LengthOf(string name);

    /// <summary>Writes a file as a whole: once it has its name, all of it is on the disk; until then the one before keeps the name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="portions">What to write; each is read before the next is asked for.</param>
    /// <param name="cancellationToken">Gives up between two portions.</param>
    /// <exception cref="IOException">The disk is full, or broken.</exception>
    ValueTask WriteAsync(string name, IEnumerable<ReadOnlyMemory<byte>> portions, CancellationToken cancellationToken);

    /// <summary>Removes a file, if there is one.</summary>
    void Remove(string name);

    /// <summary>Every name that something lies under.</summary>
    IReadOnlyList<string> Names { get; }
}
