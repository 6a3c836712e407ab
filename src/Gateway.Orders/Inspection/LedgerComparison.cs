using Gateway.Orders.Limits;
using Gateway.Orders.Snapshots;
using Gateway.Venues;

namespace Gateway.Orders.Inspection;

/// <summary>Where two ledgers that should be the same are not.</summary>
internal static class LedgerComparison
{
    /// <summary>A sentence for each difference: of what is in memory, and of every answer of the archive.</summary>
    public static IEnumerable<string> Differences(Ledger one, Ledger other)
    {
        if (one.Sequence != other.Sequence)
            yield return $"one knows {one.Sequence} records, the other {other.Sequence}";
        foreach (var difference in Differences(one.Capture(), other.Capture()).Concat(OrderDifferences(one, other)).Concat(FillDifferences(one, other)))
            yield return difference;
    }

    private static IEnumerable<string> Differences(LedgerState one, LedgerState other)
    {
        if ((one.Instance, one.LatestMayBeLost, one.LastOrder) != (other.Instance, other.LatestMayBeLost, other.LastOrder))
            yield return $"one is {one.Instance} and ends with order {one.LastOrder}, the other is {other.Instance} and ends with {other.LastOrder}";
        if (!one.Open.SequenceEqual(other.Open))
            yield return "the open orders differ";
        if (!one.Ended.ToHashSet().SetEquals(other.Ended))
            yield return "the orders that are out and in memory differ";
        if (!one.Named.ToHashSet().SetEquals(other.Named))
            yield return "the names in memory differ";
        if (!one.Retiring.SequenceEqual(other.Retiring))
            yield return "what leaves memory next differs";
        if (!one.Marks.ToHashSet().SetEquals(other.Marks))
            yield return "up to when fills are known differs";
        if (!one.Limits.ToHashSet().SetEquals(other.Limits))
            yield return "the limits differ";
        if (!one.Halts.SequenceEqual(other.Halts))
            yield return "the halts differ";
        if (!one.Fills.Select(Plainly).SequenceEqual(other.Fills.Select(Plainly)))
            yield return "the fills that count for limits differ";
    }

    private static IEnumerable<string> OrderDifferences(Ledger one, Ledger other)
    {
        for (var number = 1L; number < one.NextOrder.Value; number++)
        {
            var order = one.Find(new(number));
            if (order != other.Find(new(number)))
                yield return $"order {number} differs: {order} and {other.Find(new(number))}";
            if (order is { Terms: { ClientOrderId: { } name, Account: var account } } && one.FindNamed(account, name) != other.FindNamed(account, name))
                yield return $"'{name}' of {account} is not the same order";
        }
    }

    private static IEnumerable<string> FillDifferences(Ledger one, Ledger other)
    {
        var (fills, others) = (one.Fills, other.Fills);
        if (fills.Count != others.Count)
            yield return $"one has {fills.Count} fills, the other {others.Count}";
        for (var number = 0; number < Math.Min(fills.Count, others.Count); number++)
        {
            if (fills[number] != others[number])
                yield return $"fill {number} differs: {fills[number]} and {others[number]}";
            else if (one.FindFill(fills[number].FillId) != other.FindFill(fills[number].FillId))
                yield return $"fill {fills[number].FillId} is not found in both";
            else if (fills.FirstAfter(fills[number].Time) != others.FirstAfter(fills[number].Time))
                yield return $"what follows the time of fill {number} differs";
        }
    }

    // The same place in two books.
    private static (DateTimeOffset, Party, MarketNames, Side, decimal) Plainly(CountedFill fill) =>
        (fill.Time, fill.Footprint.Party, fill.Footprint.Market, fill.Side, fill.Quantity);
}
