namespace Gateway.Orders.Journal;

/// <summary>A place in a journal, and by its hash in that journal alone: a record stands for all before it.</summary>
/// <param name="Sequence">The number of the record.</param>
/// <param name="Hash">Its hash.</param>
public sealed record JournalPosition(long Sequence, string Hash);
