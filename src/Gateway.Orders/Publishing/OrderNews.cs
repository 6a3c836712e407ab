using System.Collections.Immutable;

namespace Gateway.Orders.Publishing;

/// <summary>Changes of orders that are flushed, and those who listen.</summary>
/// <param name="Updates">The changes, ascending by sequence and never empty; whoever sees all is handed this array, so that it is written once.</param>
/// <param name="Subscribers">Who listened when they came about.</param>
internal sealed record OrderNews(ImmutableArray<OrderUpdate> Updates, Subscriber[] Subscribers);
