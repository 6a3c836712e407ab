using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Orders.Journal;

/// <summary>A journal of JSON lines in segment files, each record chained to the one before by its hash.</summary>
public sealed class FileJournal : IJournal
{
    private readonly JournalOptions options;
    private readonly ILogger<FileJournal> log;
    private readonly FileStream possession;
    private readonly RecordWriter writer = new();
    private readonly ITimer? syncTimer;

    // The timer of the interval flush comes from another thread; nothing is awaited while this is held.
    private readonly Lock gate = new();
    private readonly MemoryStream pending = new();
    private SafeFileHandle? file;
    private long offset;
    private long sequence;
    private bool unsynced;
    private JournalUnavailableException? failure;

    /// <summary>Takes possession of the directory.</summary>
    /// <exception cref="JournalLockedException">Another process has it.</exception>
    public FileJournal(JournalOptions options, TimeProvider time, ILogger<FileJournal> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        this.options = options;
        this.log = log;
        possession = TakePossession(options.Directory);
        if (options.Flush == JournalFlush.Interval)
            syncTimer = time.CreateTimer(_ => SyncOnTimer(), state: null, options.Interval, options.Interval);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (file is not null)
            throw new InvalidOperationException("The journal was read already.");

        var reader = new RecordReader();
        var segments = Segment.All(options.Directory);
        var end = 0;
        foreach (var segment in segments)
        {
            // A long journal lets others have a turn between its files.
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            if (segment.First != reader.Sequence + 1)
                throw new JournalDamagedException($"'{segment.Path}' follows record {reader.Sequence}: a file of the journal is missing before it.");

            var lines = new SegmentLines(segment);
            while (lines.TryTake(out var line))
                yield return Read(reader, lines, line);
            lines.ProveTailTorn(last: segment == segments[^1]);
            if (lines.TailLength > 0)
                JournalLog.TornTailCut(log, segment.Path, lines.Offset, lines.TailLength);
            end = lines.Offset;
        }

        sequence = reader.Sequence;
        writer.ContinueAfter(reader.LastHash);
        Resume(segments.Count > 0 ? segments[^1] : Segment.Of(options.Directory, 1), end);
    }

    /// <inheritdoc/>
    public long Append(DateTimeOffset time, Actor actor, JournalEvent journalEvent)
    {
        if (file is null)
            throw new InvalidOperationException("The journal is read before it is written.");
        pending.Write(writer.Write(new JournalRecord(sequence + 1, time, actor, journalEvent)));
        return ++sequence;
    }

    /// <inheritdoc/>
    public ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (failure is not null)
                throw failure;
            if (pending.Length > 0)
                Try(WritePending);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (syncTimer is not null)
            await syncTimer.DisposeAsync();
        lock (gate)
        {
            if (failure is null)
                Try(Sync);
            file?.Dispose();
        }

        writer.Dispose();
        await pending.DisposeAsync();
        await possession.DisposeAsync();
    }

    private static JournalRecord Read(RecordReader reader, SegmentLines lines, ReadOnlyMemory<byte> line)
    {
        try
        {
            return reader.Read(line);
        }
        catch (JsonException problem)
        {
            throw lines.Damage(line, problem.Message);
        }
    }

    private static FileStream TakePossession(string directory)
    {
        Directory.CreateDirectory(directory);
        try
        {
            return new FileStream(Path.Combine(directory, "journal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new JournalLockedException(directory, taken);
        }
    }

    private void Resume(Segment last, long end)
    {
        file = Open(last);
        if (RandomAccess.GetLength(file) > end)
        {
            RandomAccess.SetLength(file, end);
            RandomAccess.FlushToDisk(file);
        }

        offset = end;
    }

    private void WritePending()
    {
        if (offset >= options.SegmentBytes)
            BeginSegment(sequence - CountPending() + 1);
        RandomAccess.Write(file!, pending.GetBuffer().AsSpan(0, (int)pending.Length), offset);
        offset += pending.Length;
        pending.SetLength(0);
        unsynced = true;
        if (options.Flush == JournalFlush.BeforeSend)
            Sync();
    }

    private int CountPending() => pending.GetBuffer().AsSpan(0, (int)pending.Length).Count((byte)'\n');

    private void BeginSegment(long first)
    {
        Sync();
        file!.Dispose();
        file = Open(Segment.Of(options.Directory, first));
        offset = 0;
    }

    private void Sync()
    {
        if (!unsynced)
            return;
        RandomAccess.FlushToDisk(file!);
        unsynced = false;
    }

    private void SyncOnTimer()
    {
        lock (gate)
        {
            if (failure is not null)
                return;
            try
            {
                Sync();
            }
            catch (IOException cause)
            {
                // The next flush tells the owner.
                failure = Unavailable(cause);
            }
        }
    }

    // What a failed write or flush left on the disk is unknown, so nothing is tried again: the next start finds out.
    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw failure = Unavailable(cause);
        }
    }

    private JournalUnavailableException Unavailable(Exception cause) =>
        new($"The journal in '{options.Directory}' cannot be written: {cause.Message}", cause);

    private static SafeFileHandle Open(Segment segment) =>
        File.OpenHandle(segment.Path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
}
