using Gateway.Orders.Archive;

namespace Gateway.Mortal;

/// <summary>Where snapshots and archive lie, with places to die while one of their files is written.</summary>
internal sealed class MortalRoom(IRoom room, Death death) : IRoom
{
    public IReadOnlyList<string> Names => room.Names;

    public IStore Open(string name, long length) => room.Open(name, length);

    public long LengthOf(string name) => room.LengthOf(name);

    public async ValueTask WriteAsync(string name, IEnumerable<ReadOnlyMemory<byte>> portions, CancellationToken cancellationToken)
    {
        // Of an index 'orders.index-17-…' the name without the record.
        var what = name.Split('-', '.')[0];
        death.At($"writing {what}");
        await room.WriteAsync(name, Dying(portions, what), cancellationToken);
        death.At($"written {what}");
    }

    public void Remove(string name)
    {
        death.At("removing what a snapshot left behind");
        room.Remove(name);
    }

    // Half of a portion is written like a portion.
    private IEnumerable<ReadOnlyMemory<byte>> Dying(IEnumerable<ReadOnlyMemory<byte>> portions, string what)
    {
        foreach (var portion in portions)
        {
            if (death.IsDueAt($"half written {what}"))
            {
                yield return portion[..(portion.Length / 2)];
                Death.Now($"half written {what}");
            }

            yield return portion;
        }

        death.At($"unnamed {what}");
    }
}
