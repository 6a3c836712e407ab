using Microsoft.Extensions.Logging;

namespace Gateway.Orders.Journal;

/// <summary>A journal of JSON lines in segment files, each record chained to the one before by its hash.</summary>
public sealed class FileJournal : IJournal
{
    /// <summary>Takes possession of the directory.</summary>
    /// <exception cref="JournalLockedException">Another process has it.</exception>
    public FileJournal(JournalOptions options, TimeProvider time, ILogger<FileJournal> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(log);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalRecord> ReadAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <inheritdoc/>
    public long Append(DateTimeOffset time, Actor actor, JournalEvent journalEvent) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask FlushAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
