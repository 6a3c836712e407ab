using Gateway.Orders;
using Gateway.Torture.Tests.Worlds;
using Gateway.Venues;

namespace Gateway.Torture.Tests.Promises;

/// <summary>What trades was ordered so: a post-only order never takes, and nothing trades before the price is reached that it waits for.</summary>
internal sealed class AsOrdered(World world)
{
    private readonly Dictionary<Hyperliquid.Simulator.Trading.Account, int> looked = [];

    /// <summary>Of the fills since the last look.</summary>
    public IEnumerable<string> Broken()
    {
        foreach (var account in world.Venue.Accounts)
        {
            for (var next = looked.GetValueOrDefault(account); next < account.Fills.Count; next++)
            {
                var fill = account.Fills[next];
                if (world.Venue.NumberOf(fill.Order.Terms.Cloid) is { } id && world.Witness.Ledger.Find(id) is { } order && Broken(fill, order) is { } violation)
                    yield return violation;
            }

            looked[account] = account.Fills.Count;
        }
    }

    private string? Broken(Hyperliquid.Simulator.Trading.Fill fill, Order order)
    {
        if (order.Terms.PostOnly && fill.Crossed)
            return $"order {order.Id} is post-only and took {fill.Sz} at {fill.Px}";
        if (order.Terms.Trigger is { } trigger && !world.Venue.Marks(fill.Order.Timestamp, fill.Time).Any(mark => IsReached(trigger, order.Terms.Side, mark)))
            return $"order {order.Id} waits for {trigger.Price} and traded before";
        return null;
    }

    // A stop that buys and a profit that sells wait for the price to rise.
    private static bool IsReached(OrderTrigger trigger, Side side, decimal mark) =>
        (side == Side.Buy) == (trigger.Kind == TriggerKind.StopLoss) ? mark >= trigger.Price.Value : mark <= trigger.Price.Value;
}
