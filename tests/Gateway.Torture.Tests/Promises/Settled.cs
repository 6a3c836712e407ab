using Gateway.Orders;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Promises;

/// <summary>Once nothing goes wrong any more, nothing stays in doubt: the gateway is ready and knows what the venue knows.</summary>
internal static class Settled
{
    public static IEnumerable<string> Broken(World world)
    {
        if (world.Gateway is not { Engine.IsReady: true } gateway)
        {
            yield return $"the gateway is not ready: {string.Join(", ", world.Gateway?.Engine.Accounts.Values.Select(status => status.ToString()) ?? [])}";
            yield break;
        }

        foreach (var order in world.Witness.Ledger.Open)
        {
            if (order.State.HasFlag(OrderState.Stale) || !order.State.HasFlag(OrderState.Acked) || order.End is not null || order.Replacement is not null)
                yield return $"order {order.Id} is still {order.State}, {order.End}, {order.Replacement}";
            else if (order.State.HasFlag(OrderState.Canceling))
                yield return $"order {order.Id} was canceled, and is still {order.State}";
            else if (world.Venue.LegsOf(order).Where(leg => leg.IsOpen).ToList() is not [var open])
                yield return $"order {order.Id} is {order.State} here and not open at the venue, or more than once";
            else if (open.LimitPx != order.Terms.Price.Value || (open.Sz != order.Rest().Value && !order.Terms.ReduceOnly))
                yield return $"order {order.Id} has {open.Sz} at {open.LimitPx} open at the venue and {order.Rest()} at {order.Terms.Price} here";
        }

        foreach (var open in world.Venue.OpenOrders.Where(open => world.Venue.NumberOf(open.Terms.Cloid) is null))
        {
            if (!world.Witness.Ledger.Open.Any(order => order.IsForeign && world.Venue.LegsOf(order).Contains(open)))
                yield return $"order {open.Oid} of somebody else is open at the venue and unknown here";
        }
    }
}
