using Gateway.Orders.Archive;
using Gateway.Orders.Journal;
using Microsoft.Extensions.Logging;

namespace Gateway.Orders.Snapshots;

/// <summary>
/// Sees to it that a start reads no more of the journal than what came after the last snapshot. One is begun between two batches, once
/// enough records have come: what has to be written is set apart there and does not change. It is written while the engine goes on.
/// Losing one costs the next start time, and nothing else.
/// </summary>
internal sealed class SnapshotKeeper(IRoom room, IJournal journal, OrderEngineOptions options, TimeProvider time, ILogger log)
{
    private Task<bool>? writing;
    private long last;

    /// <summary>Goes on from the last snapshot, or begins anew where there is none that can be relied on.</summary>
    /// <returns>After which record; null: with the first.</returns>
    public JournalPosition? Restore(Workbench bench)
    {
        var snapshot = SnapshotFile.Find(room, journal.Holds, out var doubt);
        if (snapshot is null)
        {
            if (doubt is not null)
                log.SnapshotIgnored(doubt);
            SnapshotFile.Clear(room);
            return null;
        }

        try
        {
            bench.Restore(snapshot);
        }
        catch (Exception broken) when (broken is IOException or System.Text.Json.JsonException)
        {
            // Half of it is known by now; the next start does without.
            SnapshotFile.Clear(room);
            throw new InvalidOperationException($"The snapshot or its archive is damaged and was removed: {broken.Message} Start again.", broken);
        }

        last = snapshot.Position.Sequence;
        log.SnapshotRestored(last);
        return snapshot.Position;
    }

    /// <summary>Takes note of what was written, and says whether the next is to be begun as soon as everything is flushed.</summary>
    public bool IsDue(Workbench bench)
    {
        Finish(bench);
        return writing is null && bench.Ledger.Sequence - last >= options.SnapshotEvery;
    }

    /// <summary>Begins one, of which everything is flushed, and lets it be written while the engine goes on.</summary>
    public void Begin(Workbench bench, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        last = bench.Ledger.Sequence;
        if (bench.Ledger.TryFreezeArchive())
            writing = WriteAsync(bench.Ledger, bench.Capture(journal.Position), began, cancellationToken);
    }

    /// <summary>Takes one and waits for it: a replay that is long need not begin anew if it is broken off.</summary>
    public async ValueTask TakeAsync(Workbench bench, CancellationToken cancellationToken)
    {
        Begin(bench, cancellationToken);
        if (writing is not null)
            await writing;
        Finish(bench);
    }

    /// <summary>Waits until nothing is written any more.</summary>
    public Task StopAsync() => writing ?? Task.CompletedTask;

    private void Finish(Workbench bench)
    {
        if (writing is not { IsCompleted: true })
            return;
        if (writing.GetAwaiter().GetResult())
            bench.Ledger.AdoptArchive();
        else
            bench.Ledger.ThawArchive();
        writing = null;
    }

    private async Task<bool> WriteAsync(Ledger ledger, Snapshot taken, long began, CancellationToken cancellationToken)
    {
        var setApart = time.GetElapsedTime(began);
        try
        {
            // The engine's loop does not wait for a disk that it need not wait for.
            await Task.Yield();
            var mark = $"{taken.Position.Sequence}-{taken.Position.Hash}";
            var archive = await ledger.SealArchiveAsync(mark, cancellationToken);
            await SnapshotFile.WriteAsync(room, taken with { Archive = archive }, cancellationToken);
            log.SnapshotTaken(taken.Position.Sequence, setApart.TotalMilliseconds, (time.GetElapsedTime(began) - setApart).TotalMilliseconds);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
#pragma warning disable CA1031 // No snapshot is worth an order: whatever keeps one from being written costs the next start time.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.SnapshotFailed(taken.Position.Sequence, failure);
            return false;
        }
    }
}
