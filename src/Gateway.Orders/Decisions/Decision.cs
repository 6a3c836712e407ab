using Gateway.Orders.Journal;

namespace Gateway.Orders.Decisions;

/// <summary>What a request comes to: the answer, and what has to be written down before it may leave.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Event">What happened; null: nothing.</param>
internal readonly record struct Decision<T>(Reply<T> Answer, JournalEvent? Event = null)
    where T : notnull;
