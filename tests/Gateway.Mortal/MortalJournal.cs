using System.Runtime.CompilerServices;
using Gateway.Orders;
using Gateway.Orders.Journal;

namespace Gateway.Mortal;

/// <summary>The journal, with places to die around each record, and with half of what was to be written.</summary>
internal sealed class MortalJournal(IJournal journal, string directory, Death death) : IJournal
{
    private readonly List<string> pending = [];

    public bool MayLoseTheLatest => journal.MayLoseTheLatest;

    public string? Shortage => journal.Shortage;

    public JournalPosition Position => journal.Position;

    public bool Holds(JournalPosition position) => journal.Holds(position);

    public async IAsyncEnumerable<JournalRecord> ReadAsync(
        JournalPosition? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in journal.ReadAsync(after, cancellationToken))
        {
            death.At("replaying");
            yield return record;
        }
    }

    public long Append(DateTimeOffset time, Actor actor, JournalEvent journalEvent)
    {
        var name = journalEvent.GetType().Name;
        death.At($"journaling {name}");
        var sequence = journal.Append(time, actor, journalEvent);
        pending.Add(name);
        death.At($"journaled {name}");
        return sequence;
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        var names = pending.Distinct().ToList();
        pending.Clear();
        var (before, size) = Newest();
        foreach (var name in names)
        {
            if (death.IsDueAt($"half written {name}"))
            {
                await journal.FlushAsync(cancellationToken);
                CutInHalf(before, size);
                Death.Now($"half written {name}");
            }
        }

        await journal.FlushAsync(cancellationToken);
        if (before is not null && Newest().Path != before)
        {
            death.At("segment begun");
            if (death.IsDueAt("segment half begun"))
            {
                CutInHalf(before, size);
                Death.Now("segment half begun");
            }

            if (death.IsDueAt("segment still empty"))
            {
                await CutAsync(Newest().Path!, 0);
                Death.Now("segment still empty");
            }
        }

        foreach (var name in names)
            death.At($"flushed {name}");
    }

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    // Nothing has left the process since the write began, so half a write now is half a write then, with room behind it.
    private void CutInHalf(string? before, long size)
    {
        var (path, length) = Newest();
        var start = path == before ? size : 0;
        CutAsync(path!, start + ((length - start) / 2)).GetAwaiter().GetResult();
    }

    // Another program, since this one has locked its files.
    private static async Task CutAsync(string path, long length)
    {
        foreach (var size in (long[])[length, new FileInfo(path).Length])
        {
            using var cutter = System.Diagnostics.Process.Start("truncate", ["--size", $"{size}", path]);
            await cutter.WaitForExitAsync();
        }
    }

    // How much of it are records.
    private (string? Path, long Length) Newest() =>
        Segment.All(directory).LastOrDefault() is { } segment ? (segment.Path, SegmentContent.Of(segment).Bytes.Length) : (null, 0);
}
