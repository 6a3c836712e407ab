using Gateway.Orders;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Promises;

/// <summary>
/// What was open when all was to be canceled, by a request or with a halt, is being canceled from that moment on, and at the end it is out.
/// </summary>
internal static class SweptEnd
{
    public static IEnumerable<string> Broken(World world) =>
        from order in Open(world)
        where !order.State.HasFlag(OrderState.Canceling)
        select $"order {order.Id} was to be canceled with all others, and is {order.State}";

    /// <summary>Once there was time to cancel.</summary>
    public static IEnumerable<string> BrokenAtTheEnd(World world) =>
        from order in Open(world)
        select $"order {order.Id} was canceled with all others, and is still {order.State}";

    private static IEnumerable<Order> Open(World world) =>
        world.Swept.Count == 0 ? [] : world.Witness.Ledger.Open.Where(order => world.Swept.Contains(order.Id));
}
