using System.Text.Json;
using Gateway.Orders;
using Gateway.Torture.Tests.Worlds;
using Gateway.Venues;

namespace Gateway.Torture.Tests.Clients;

/// <summary>Somebody asks to cancel all orders of a kind at once. What was open by then is canceled in one step, and has to end.</summary>
internal sealed class Sweep(World world, string words, Func<Order, bool> covers)
{
    private readonly List<OrderId> open = [.. world.Witness.Ledger.Open.Where(covers).Select(order => order.Id)];

    /// <summary>It was answered with the orders that it cancels.</summary>
    public void Answered(JsonElement named)
    {
        List<OrderId> orders = [.. named.EnumerateArray().Select(order => new OrderId(order.GetInt64()))];
        if (!orders.SequenceEqual(orders.Order().Distinct()))
            world.Violated("an order was named twice or out of order", $"{words}: {named}");
        foreach (var order in orders.Where(order => world.Witness.Ledger.Find(order) is not { } known || !covers(known)))
            world.Violated("an order was canceled that was not asked for", $"{words}: order {order}");
        foreach (var order in open.Except(orders).Where(order => world.Witness.Ledger.Find(order) is { IsOut: false }))
            world.Violated("an order was not named that is being canceled", $"{words}: order {order}");
        open.AddRange(orders);
        Answered();
    }

    /// <summary>It was done.</summary>
    public void Answered()
    {
        world.Swept.UnionWith(open);
        world.Changed();
    }
}
