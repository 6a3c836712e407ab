using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Gateway.Orders.Journal;

/// <summary>A journal of JSON lines in segment files, each record chained to the one before by its hash.</summary>
public sealed class FileJournal : IJournal
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly JournalOptions options;
    private readonly ILogger<FileJournal> log;
    private readonly Func<string, ISegmentBytes> open;
    private readonly FileStream possession;
    private readonly RecordWriter writer = new();
    private readonly ITimer? syncTimer;
    private readonly ITimer extendTimer;
    private readonly SpaceReserve reserve;
    private readonly TimeProvider time;

    // Timers come from other threads; nothing is awaited while this is held.
    private readonly Lock gate = new();
    private readonly MemoryStream pending = new();
    private SegmentFile? file;
    private long sequence;
    private long written;
    private long flushed;
    private bool mustSync;
    private long? foundNoRoom;
    private JournalUnavailableException? failure;
    private long lastLook;
    private volatile string? shortage;

    /// <summary>Takes possession of the directory.</summary>
    /// <exception cref="JournalLockedException">Another process has it.</exception>
    public FileJournal(JournalOptions options, TimeProvider time, ILogger<FileJournal> log)
        : this(options, time, log, path => new SegmentBytes(path))
    {
    }

    /// <summary>The same on another disk.</summary>
    internal FileJournal(JournalOptions options, TimeProvider time, ILogger<FileJournal> log, Func<string, ISegmentBytes> open)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        this.options = options;
        this.log = log;
        this.time = time;
        this.open = open;
        possession = TakePossession(options.Directory);
        reserve = new(options.Directory, options.ReserveBytes);
        if (options.Flush == JournalFlush.Interval)
            syncTimer = time.CreateTimer(_ => OnTimer(Sync), state: null, options.Interval, options.Interval);
        extendTimer = time.CreateTimer(_ => OnTimer(Extend), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public bool MayLoseTheLatest => options.Flush == JournalFlush.Interval;

    /// <inheritdoc/>
    public string? Shortage => shortage;

    /// <inheritdoc/>
    public JournalPosition Position => new(sequence, Encoding.ASCII.GetString(writer.LastHash));

    /// <inheritdoc/>
    public bool Holds(JournalPosition position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return JournalScan.Holds(options.Directory, position);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalRecord> ReadAsync(
        JournalPosition? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (file is not null)
            throw new InvalidOperationException("The journal was read already.");

        var scan = new JournalScan(options.Directory, after);
        await foreach (var (record, _) in scan.ReadAsync(cancellationToken))
        {
            sequence = scan.Sequence;
            writer.ContinueAfter(scan.LastHash);
            yield return record;
        }

        if (scan.TornBytes > 0)
            JournalLog.TornTailCut(log, scan.Last!.Path, scan.End, scan.TornBytes);

        sequence = scan.Sequence;
        writer.ContinueAfter(scan.LastHash);
        Resume(scan.Last ?? Segment.Of(options.Directory, 1), scan.End);
    }

    /// <inheritdoc/>
    public long Append(DateTimeOffset time, Actor actor, JournalEvent journalEvent)
    {
        if (file is null)
            throw new InvalidOperationException("The journal is read before it is written.");
        pending.Write(writer.Write(new JournalRecord(sequence + 1, time, actor, journalEvent), Volatile.Read(ref flushed)));
        return ++sequence;
    }

    /// <inheritdoc/>
    public ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (failure is not null)
                throw failure;
            if (shortage is not null)
                LookForRoom();
            if (pending.Length > 0)
                Try(static journal => journal.WritePending());
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (syncTimer is not null)
            await syncTimer.DisposeAsync();
        await extendTimer.DisposeAsync();
        lock (gate)
        {
            // Without room behind the last record nothing can be taken for a write that did not come to its end.
            if (failure is null && file is not null)
                Try(static journal => journal.file!.Cut());
            file?.Dispose();
            file = null;
        }

        writer.Dispose();
        await pending.DisposeAsync();
        await possession.DisposeAsync();
    }

    private static FileStream TakePossession(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return new FileStream(Path.Combine(directory, "journal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            throw new JournalLockedException(directory, taken);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The journal cannot be written in '{directory}': {cause.Message} Give it a directory that the gateway may write: Journal:Directory.", cause);
        }
    }

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION.
    private static bool IsTaken(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020);

    // What follows the last whole record must be gone for good before anything takes its place, and what was read must be there for good.
    private void Resume(Segment last, long end)
    {
        file = new(open(last.Path), end);
        file.Cut();
        written = flushed = sequence;

        // Where numbers may be lost with the power, at least the first records of this run must not be.
        mustSync = true;
        if (!reserve.TryKeep())
            FallShort();
        Extend();
    }

    private void WritePending()
    {
        try
        {
            WriteAtEnd();
        }
        catch (IOException full) when (SpaceReserve.IsWanting(full) && reserve.TrySpend())
        {
            FallShort();
            file!.Cut();
            WriteAtEnd();
        }

        written = sequence;
        pending.SetLength(0);
        if (options.Flush == JournalFlush.BeforeSend || mustSync)
            Sync();
        mustSync = false;

        // Not on this order's way.
        if (MayExtend)
            extendTimer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void WriteAtEnd()
    {
        if (file!.End >= options.SegmentBytes)
            BeginSegment(sequence - CountPending() + 1);
        if (file.Room < pending.Length)
            Extend();

        // What a disk that is nearly full still has.
        if (file.Room < pending.Length)
            MakeRoom(pending.Length);
        file.Append(pending.GetBuffer().AsSpan(0, (int)pending.Length));
    }

    private bool MayExtend =>
        shortage is null && file!.Room < options.AheadBytes / 2
        && (foundNoRoom is not { } then || time.GetElapsedTime(then) >= BetweenLooks);

    private void Extend()
    {
        if (!MayExtend)
            return;
        try
        {
            MakeRoom(file!.Room + options.AheadBytes);
            foundNoRoom = null;
        }
        catch (IOException full) when (SpaceReserve.IsWanting(full))
        {
            foundNoRoom = time.GetTimestamp();
        }
    }

    private void MakeRoom(long room)
    {
        file!.Extend(room);
        HasFlushed();
    }

    private void FallShort()
    {
        if (shortage is null)
            JournalLog.DiskFull(log, options.Directory);
        shortage = $"The disk of the journal is full, and the last {options.ReserveBytes:N0} bytes are kept for cancels and for what venues report.";
        lastLook = time.GetTimestamp();
    }

    private void LookForRoom()
    {
        if (time.GetElapsedTime(lastLook) < BetweenLooks)
            return;
        lastLook = time.GetTimestamp();
        if (!reserve.TryKeep())
            return;
        shortage = null;
        JournalLog.DiskHasRoom(log, options.Directory);
    }

    private int CountPending() => pending.GetBuffer().AsSpan(0, (int)pending.Length).Count((byte)'\n');

    private void BeginSegment(long first)
    {
        file!.Cut();
        HasFlushed();
        var next = new SegmentFile(open(Segment.Of(options.Directory, first).Path), end: 0);
        file.Dispose();
        file = next;
    }

    private void Sync()
    {
        if (flushed == written)
            return;
        file!.Flush();
        HasFlushed();
    }

    private void HasFlushed() => Volatile.Write(ref flushed, written);

    private void OnTimer(Action write)
    {
        lock (gate)
        {
            if (failure is not null)
                return;
            try
            {
                write();
            }
            catch (IOException cause)
            {
                // The next flush tells the owner.
                failure = Unavailable(cause);
            }
        }
    }

    // What a failed write or flush left on the disk is unknown, so nothing is tried again: the next start finds out.
    private void Try(Action<FileJournal> write)
    {
        try
        {
            write(this);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw failure = Unavailable(cause);
        }
    }

    private JournalUnavailableException Unavailable(Exception cause) =>
        new($"The journal in '{options.Directory}' cannot be written: {cause.Message}", cause);
}
