using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Promises;

/// <summary>Every fill that the venue knows is here once, with its order, and the subscriber was told of it once.</summary>
internal static class FillsExactlyOnce
{
    public static IEnumerable<string> Broken(World world)
    {
        var here = world.Witness.Ledger.Fills.ToLookup(fill => fill.Fill.ExchangeFillId + "/" + fill.Fill.ExchangeOrderId);
        foreach (var fill in world.Venue.Fills)
        {
            var known = here[$"{fill.Tid}/{fill.Order.Oid}"].ToList();
            if (known.Count != 1)
                yield return $"fill {fill.Tid} of order {fill.Order.Oid} is here {known.Count} times";
            else if (known[0].Order != world.Venue.NumberOf(fill.Order.Terms.Cloid))
                yield return $"fill {fill.Tid} is taken for one of order {known[0].Order}";
            else if (known[0].Fill.Quantity?.Value != fill.Sz || known[0].Fill.Price?.Value != fill.Px || known[0].Fill.Fee != fill.Fee)
                yield return $"fill {fill.Tid} is {known[0].Fill}";
        }

        if (world.Witness.Ledger.Fills.Count != world.Venue.Fills.Count())
            yield return $"{world.Witness.Ledger.Fills.Count} fills are here and {world.Venue.Fills.Count()} at the venue";

        foreach (var order in world.Venue.Fills.GroupBy(fill => world.Venue.NumberOf(fill.Order.Terms.Cloid)))
        {
            if (order.Key is not { } id)
                continue;
            foreach (var customer in world.Customers.Where(customer => customer.Accounts.Contains(world.Witness.Ledger[id].Terms.Account.Value)))
            {
                var told = customer.Updates.Where(update => update.Order == id).Select(update => update.Filled).Distinct().Count(filled => filled > 0);
                if (told != order.Count())
                    yield return $"{customer.Name} was told of {told} fills of order {id}, which has {order.Count()}";
            }
        }
    }
}
