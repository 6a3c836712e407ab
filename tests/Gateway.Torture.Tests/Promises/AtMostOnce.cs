using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Promises;

/// <summary>An order reaches the venue at most once, whoever dies or repeats; and not before it is on the disk.</summary>
internal static class AtMostOnce
{
    public static IEnumerable<string> Broken(World world)
    {
        foreach (var (cloid, times) in world.Flights.Arrivals)
        {
            if (times > 1)
                yield return $"{cloid} reached the venue {times} times";
            if (world.Venue.NumberOf(cloid) is not { } order || world.Witness.Ledger.Find(order) is null)
                yield return $"{cloid} reached the venue and the gateway does not know it";
        }

        if (world.Flights.Altered is { } altered)
            yield return $"{altered} left with different bytes";
        foreach (var cloids in world.Flights.SameNonce)
        {
            var accounts = cloids.Select(cloid => world.Venue.NumberOf(cloid) is { } order ? world.Witness.Ledger.Find(order)?.Terms.Account : null);
            if (accounts.Distinct().Count() < cloids.Count)
                yield return $"{string.Join(" and ", cloids)} left with the same nonce";
        }
    }
}
