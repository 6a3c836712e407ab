using System.Collections.Immutable;
using Gateway.Orders;
using Gateway.Server.Sessions;
using Gateway.Venues;

namespace Gateway.Server.Requests.Orderflow;

/// <summary>Batch reads of orders, as the batch requests share them.</summary>
internal static class VisibleOrders
{
    /// <summary>For each id what is asked of its order; null where there is no such order, or none that the key may see.</summary>
    public static async Task<ImmutableArray<T?>> ReadAsync<T>(
        this OrderEngine engine, ImmutableArray<OrderId> ids, Session session, Func<Order, T?> question, CancellationToken cancellationToken)
    {
        // Orders are immutable: only finding them is done inside the engine's loop.
        var orders = await engine.ReadAsync(ledger => ids.Select(ledger.Find).ToImmutableArray(), cancellationToken);
        return [.. orders.Select(order => order is not null && session.Client.Sees(order) ? question(order) : default)];
    }
}
