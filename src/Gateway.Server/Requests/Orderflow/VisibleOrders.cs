using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Orders.Limits;
using Gateway.Server.Sessions;
using Gateway.Venues;

namespace Gateway.Server.Requests.Orderflow;

/// <summary>Which orders a request is about, of those that its key may see.</summary>
internal static class VisibleOrders
{
    private const int FromDiskAtOnce = 8;

    /// <summary>Whether a scope and a set select an order that the key may see.</summary>
    public static Func<Order, bool> Selects(this Session session, LimitScope scope, LimitSet set) => order =>
        session.Client.Sees(order) && scope.Covers(MarketNames.Of(order.Terms)) && set.Covers(Party.Of(order));

    /// <summary>For each id what is asked of its order; null where there is no such order, or none that the key may see.</summary>
    public static async Task<ImmutableArray<T?>> ReadAsync<T>(
        this OrderEngine engine, ImmutableArray<OrderId> ids, Session session, Func<Order, T?> question, CancellationToken cancellationToken)
    {
        // Orders are immutable: only finding them is done inside the engine's loop, and those on the disk a few at a time, so that it never waits long.
        var orders = await engine.ReadAsync(ledger => ids.Select(ledger.Recall).ToArray(), cancellationToken);
        foreach (var some in Enumerable.Range(0, ids.Length).Where(place => orders[place] is null).Chunk(FromDiskAtOnce))
        {
            var found = await engine.ReadAsync(ledger => some.Select(place => ledger.Find(ids[place])).ToArray(), cancellationToken);
            for (var one = 0; one < some.Length; one++)
                orders[some[one]] = found[one];
        }

        return [.. orders.Select(order => order is not null && session.Client.Sees(order) ? question(order) : default)];
    }
}
