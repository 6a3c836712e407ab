using System.Text.Json;
using Gateway.Orders.Archive;
using Gateway.Orders.Journal;

namespace Gateway.Orders.Snapshots;

/// <summary>The one snapshot of a room: the last. It is replaced as a whole, after all that it rests on is on the disk.</summary>
internal static class SnapshotFile
{
    private const string Name = "snapshot.jsonl";

    /// <summary>Puts a snapshot in the place of the one before, and removes what only that one rested on.</summary>
    public static async ValueTask WriteAsync(IRoom room, Snapshot snapshot, CancellationToken cancellationToken)
    {
        using var writer = new SnapshotWriter();
        await room.WriteAsync(Name, writer.Portions(snapshot), cancellationToken);
        Tidy(room, snapshot.Archive!);
    }

    /// <summary>The snapshot, if there is one that can be relied on.</summary>
    /// <param name="room">Where it lies.</param>
    /// <param name="holds">Whether the journal holds the record after which it was taken.</param>
    /// <param name="doubt">Why it cannot be relied on; null where it can, or there is none.</param>
    public static Snapshot? Find(IRoom room, Func<JournalPosition, bool> holds, out string? doubt)
    {
        doubt = null;
        var length = room.LengthOf(Name);
        if (length == 0)
            return null;
        try
        {
            var bytes = new byte[length];
            using (var file = room.Open(Name, length))
                file.Read(0, bytes);
            var snapshot = SnapshotReader.Read(bytes);
            doubt = !holds(snapshot.Position) ? $"the journal does not hold record {snapshot.Position.Sequence} with hash {snapshot.Position.Hash}"
                : !snapshot.Archive!.IsIn(room) ? "the archive that it rests on is not there as it was"
                : null;
            return doubt is null ? snapshot : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException)
        {
            doubt = unreadable.Message;
            return null;
        }
    }

    /// <summary>Removes everything; the snapshot first, so that it never speaks of an archive that was begun anew.</summary>
    public static void Clear(IRoom room)
    {
        room.Remove(Name);
        foreach (var name in room.Names)
            room.Remove(name);
    }

    // Whatever a process that died has left half done is not named by the snapshot.
    private static void Tidy(IRoom room, ArchiveStamp archive)
    {
        var needed = archive.Runs().Concat(ArchiveStamp.Logs).Append(Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in room.Names.Where(name => !needed.Contains(name)))
            room.Remove(name);
    }
}
