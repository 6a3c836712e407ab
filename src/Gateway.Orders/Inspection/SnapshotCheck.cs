using System.Text.Json;
using Gateway.Orders.Archive;
using Gateway.Orders.Journal;
using Gateway.Orders.Limits;
using Gateway.Orders.Snapshots;

namespace Gateway.Orders.Inspection;

/// <summary>Whether the snapshot of a journal, and the records after it, lead to the state of a full replay.</summary>
internal sealed class SnapshotCheck : IDisposable
{
    private const int MostTold = 20;

    private readonly Ledger? restored;
    private readonly string words;
    private readonly long taken;

    /// <summary>Goes on from the snapshot, if there is one that can be relied on.</summary>
    public SnapshotCheck(JournalOptions journal, LimitOptions limits)
    {
        var room = new ReadOnlyRoom(journal.ArchiveDirectory);
        try
        {
            if (SnapshotFile.Find(room, position => JournalScan.Holds(journal.Directory, position), out var doubt) is not { } snapshot)
            {
                words = doubt is null ? "none" : $"not relied on: {doubt}";
                return;
            }

            taken = snapshot.Position.Sequence;
            words = $"after record {taken}";
            restored = new Ledger(limits, room);
            restored.Restore(taken, snapshot.Ledger, snapshot.Archive!);
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException)
        {
            // A gateway that runs may just have taken the next.
            words = $"not readable: {unreadable.Message}";
            restored?.Dispose();
            restored = null;
        }
    }

    /// <summary>Applies what came after the snapshot.</summary>
    public void Apply(in JournalRecord record)
    {
        if (record.Sequence > taken)
            restored?.Apply(record, out _);
    }

    /// <summary>What there is to say, and whether it is a difference.</summary>
    public IEnumerable<(string Line, bool IsDifference)> Lines(Ledger full)
    {
        if (restored is null)
        {
            yield return (words, false);
            yield break;
        }

        var differences = LedgerComparison.Differences(full, restored).Take(MostTold).ToList();
        yield return (differences.Count == 0 ? $"{words}: with what follows, it leads to the same state" : $"{words}: it leads to another state", differences.Count > 0);
        foreach (var difference in differences)
            yield return (difference, true);
    }

    public void Dispose() => restored?.Dispose();
}
