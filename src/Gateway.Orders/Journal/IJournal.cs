namespace Gateway.Orders.Journal;

/// <summary>
/// The only memory that survives: an append-only sequence of events, numbered from 1 without gaps. It has one owner, who
/// reads it to the end once before appending, and calls one member at a time.
/// </summary>
public interface IJournal : IAsyncDisposable
{
    /// <summary>Whether a power cut may take the latest records although they were flushed.</summary>
    bool MayLoseTheLatest { get; }

    /// <summary>
    /// Why no new orders should be written, in a sentence, although what makes trading safer still can be; null: there is room.
    /// It changes with a flush only, also with one that has nothing to write.
    /// </summary>
    string? Shortage { get; }

    /// <summary>The last record that was read or appended.</summary>
    JournalPosition Position { get; }

    /// <summary>Whether that very record is in it, whole.</summary>
    bool Holds(JournalPosition position);

    /// <summary>Reads everything from the first record on, or after one that it holds, proving that it is whole.</summary>
    /// <exception cref="JournalDamagedException">It is not.</exception>
    IAsyncEnumerable<JournalRecord> ReadAsync(JournalPosition? after, CancellationToken cancellationToken);

    /// <summary>Adds an event. It counts only once <see cref="FlushAsync"/> has completed.</summary>
    /// <param name="time">When it happened, in whole microseconds of UTC.</param>
    /// <param name="actor">Who caused it.</param>
    /// <param name="journalEvent">What happened.</param>
    /// <returns>Its number.</returns>
    long Append(DateTimeOffset time, Actor actor, JournalEvent journalEvent);

    /// <summary>Makes everything appended so far as durable as the journal is set to.</summary>
    /// <exception cref="JournalUnavailableException">It could not be written; the journal takes nothing more.</exception>
    ValueTask FlushAsync(CancellationToken cancellationToken);
}
