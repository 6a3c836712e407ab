using Gateway.Orders;
using Gateway.Orders.Limits;
using Gateway.Torture.Tests.Worlds;
using Gateway.Venues;

namespace Gateway.Torture.Tests.Promises;

/// <summary>
/// For each set and each scope, limits count at least what is open at the venue and what may still arrive there: of the firm, its
/// desks, traders and accounts, everywhere, by venue, route, product and tradable product.
/// </summary>
internal static class LimitsCountOpen
{
    public static IEnumerable<string> Broken(World world)
    {
        if (world.Gateway is not { IsDead: false, Ledger: { } ledger })
            yield break;

        // What is to replace an open order never stands beside it.
        var largest = new Dictionary<OrderId, decimal>();
        foreach (var open in world.Venue.OpenOrders)
            Note(world.Venue.NumberOf(open.Terms.Cloid), open.Sz);
        foreach (var flight in world.Flights.Under.Where(flight => flight.ExpiresAfter >= world.Venue.Now && world.Venue.MayStillCome(flight.Cloid)))
            Note(world.Venue.NumberOf(flight.Cloid), flight.Size);

        var atStake = new Dictionary<ProductExposure, decimal>();
        foreach (var (order, quantity) in largest)
            Add(ledger, atStake, order, quantity);
        foreach (var (share, quantity) in atStake)
        {
            if (share.Open < quantity)
                yield return $"{share.Exposure.Whose} has {quantity} of {share.Product} open in {share.Exposure.Which}, and {share.Open} is counted";
        }

        void Note(OrderId? order, decimal quantity)
        {
            if (order is { } id)
                largest[id] = Math.Max(largest.GetValueOrDefault(id), quantity);
        }
    }

    private static void Add(Ledger ledger, Dictionary<ProductExposure, decimal> atStake, OrderId id, decimal quantity)
    {
        // Whether the gateway knows it at all is another promise.
        if (ledger.Find(id) is not { } order)
            return;
        foreach (var share in ledger.Exposures.Of(Party.Of(order), MarketNames.Of(order.Terms)).Shares)
            atStake[share] = atStake.GetValueOrDefault(share) + quantity;
    }
}
