using Gateway.Orders;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Promises;

/// <summary>What counts as open is never less than what is open at the venue plus what may still arrive there.</summary>
internal static class OpenIsCounted
{
    public static IEnumerable<string> Broken(World world)
    {
        foreach (var open in world.Venue.OpenOrders)
        {
            if (world.Venue.NumberOf(open.Terms.Cloid) is not { } id)
                continue;
            if (world.Witness.Ledger.Find(id) is not { } order)
                yield return $"order {id} is open at the venue and the gateway does not know it";
            else if (order.IsOut)
                yield return $"order {id} is open at the venue and {order.State} here";
            else if (order.Rest().Value < open.Sz)
                yield return $"order {id} has {open.Sz} open at the venue and {order.Rest()} here: {order}";
        }

        foreach (var flight in world.Flights.Under.Where(flight => flight.ExpiresAfter >= world.Venue.Now))
        {
            if (world.Venue.NumberOf(flight.Cloid) is not { } id || !world.Venue.MayStillCome(flight.Cloid))
                continue;
            if (world.Witness.Ledger.Find(id) is not { IsOut: false } order)
                yield return $"order {id} may still reach the venue and is out or unknown here";
            else if (order.Rest().Value < flight.Size)
                yield return $"order {id} may still have {flight.Size} open at the venue and has {order.Rest()} here: {order}";
        }
    }
}
