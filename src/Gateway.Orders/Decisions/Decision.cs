using System.Collections.Immutable;
using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;

namespace Gateway.Orders.Decisions;

/// <summary>What a request comes to: the answer, and what has to be written down before it may leave.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Event">What happened; null: nothing.</param>
/// <param name="Alerts">What somebody should know besides.</param>
internal readonly record struct Decision<T>(Reply<T> Answer, JournalEvent? Event = null, ImmutableArray<AlertRaised> Alerts = default)
    where T : notnull;
