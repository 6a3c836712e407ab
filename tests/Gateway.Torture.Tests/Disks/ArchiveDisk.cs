using Gateway.Orders.Archive;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Disks;

/// <summary>
/// Snapshots and archive, as they survive a gateway. Each portion of what is written as a whole takes a moment, and the process may die
/// before, within and after it; what it appended and did not flush may be lost with it, or be something else.
/// </summary>
internal sealed class ArchiveDisk(World world)
{
    // As Linux says it.
    private const int NoSpace = 28;

    private readonly MemoryRoom room = new();
    private readonly Dictionary<string, long> flushed = new(StringComparer.Ordinal);

    /// <summary>The disk as one life of the gateway sees it.</summary>
    public IRoom For(GatewayProcess gateway)
    {
        foreach (var (name, length) in flushed)
        {
            // As a power cut does it.
            var there = room.LengthOf(name);
            if (there > length && world.Weather.Next(2) == 0)
            {
                using var store = room.Open(name, length);
                if (world.Weather.Next(2) == 0)
                    store.Write(length, new byte[there - length]);
            }
        }

        return new Room(this, gateway);
    }

    private void ThrowIfFull()
    {
        if (world.Disk.IsFull)
            throw new IOException("No space left on device", NoSpace);
    }

    private sealed class Room(ArchiveDisk disk, GatewayProcess gateway) : IRoom
    {
        public IReadOnlyList<string> Names => disk.room.Names;

        public IStore Open(string name, long length)
        {
            disk.flushed[name] = length;
            return new Store(disk, name, disk.room.Open(name, length));
        }

        public long LengthOf(string name) => disk.room.LengthOf(name);

        public async ValueTask WriteAsync(string name, IEnumerable<ReadOnlyMemory<byte>> portions, CancellationToken cancellationToken)
        {
            var unfinished = $"{name}.new";
            var bytes = new List<byte>();
            foreach (var portion in portions)
            {
                disk.ThrowIfFull();
                bytes.AddRange(portion.Span);
                await gateway.MomentAsync();
                if (gateway.DiesOf(Trouble.KillInSnapshot))
                {
                    await disk.room.WriteAsync(unfinished, [bytes.ToArray().AsMemory(0, bytes.Count / 2)], cancellationToken);
                    await GatewayProcess.Never;
                }
            }

            if (gateway.DiesOf(Trouble.KillInSnapshot))
                await GatewayProcess.Never;
            await disk.room.WriteAsync(name, [bytes.ToArray()], cancellationToken);
            if (gateway.DiesOf(Trouble.KillInSnapshot))
                await GatewayProcess.Never;
        }

        public void Remove(string name)
        {
            disk.flushed.Remove(name);
            disk.room.Remove(name);
        }
    }

    private sealed class Store(ArchiveDisk disk, string name, IStore store) : IStore
    {
        public void Read(long offset, Span<byte> into) => store.Read(offset, into);

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            disk.ThrowIfFull();
            store.Write(offset, bytes);
        }

        public void Flush() => disk.flushed[name] = disk.room.LengthOf(name);

        public void Dispose() => store.Dispose();
    }
}
