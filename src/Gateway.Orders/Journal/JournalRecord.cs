namespace Gateway.Orders.Journal;

/// <summary>One event as the journal holds it.</summary>
/// <param name="Sequence">Its number, from 1 without gaps.</param>
/// <param name="Time">When it was written down, in whole microseconds of UTC.</param>
/// <param name="Actor">Who caused it.</param>
/// <param name="Event">What happened.</param>
public readonly record struct JournalRecord(long Sequence, DateTimeOffset Time, Actor Actor, JournalEvent Event);
