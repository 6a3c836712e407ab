using Gateway.Orders;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Promises;

/// <summary>No final state that was not seen or proven: whatever is out here has ended just so at the venue.</summary>
internal static class FinalStates
{
    /// <summary>All orders at the end.</summary>
    public static IEnumerable<string> Broken(World world)
    {
        for (var number = 1L; number < world.Witness.Ledger.NextOrder.Value; number++)
        {
            if (world.Witness.Ledger.Find(new(number)) is { IsOut: true } order && Broken(world, order) is { } violation)
                yield return violation;
        }
    }

    /// <summary>One order at the moment at which it is out.</summary>
    public static string? Broken(World world, Order order)
    {
        // What was to replace it and was refused has not changed what became of it.
        var legs = world.Venue.LegsOf(order);
        var truth = legs.LastOrDefault(leg => !IsRejected(leg)) ?? (legs is [.., var last] ? last : null);
        var expected = truth switch
        {
            null => "never there",
            { IsOpen: true } => "open",
            { Status: "filled" } => "Filled",
            _ when IsRejected(truth) => "Rejected",
            _ => "Canceled",
        };
        var said = order.State.HasFlag(OrderState.Rejected) ? "Rejected"
            : order.State.HasFlag(OrderState.Canceled) ? "Canceled"
            : "Filled";
        var isTrue = said == expected || (truth is null && order.Filled.IsZero && said != "Filled");
        if (!isTrue)
            return $"order {order.Id} is {order.State} here and {expected} at the venue";
        var filled = legs.Sum(leg => leg.FilledSz);
        return order.Filled.Value == filled
            ? null
            : $"order {order.Id} is out with {order.Filled} filled here and {filled} at the venue";
    }

    private static bool IsRejected(Hyperliquid.Simulator.Trading.Order leg) => leg.Status.EndsWith("ejected", StringComparison.Ordinal);
}
