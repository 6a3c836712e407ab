namespace Hyperliquid.Simulator.Trading;

/// <summary>
/// Take-profit and stop-loss orders that belong together: of one parent order, or of the position. When one of them is filled
/// the others end.
/// </summary>
/// <param name="parent">The order they wait for; null if they belong to the position.</param>
internal sealed class Attachment(Order? parent)
{
    private readonly List<Order> orders = [];

    /// <summary>Whether they stay as long as the position does and take its size.</summary>
    public bool IsToPosition => parent is null;

    /// <summary>Oldest first, ended ones included.</summary>
    public IReadOnlyList<Order> Orders => orders;

    /// <summary>Whether their parent has to be filled before they can fire.</summary>
    public bool AwaitsParent => parent is { IsOpen: true };

    public void Add(Order order)
    {
        orders.Add(order);
        order.Attachment = this;
    }
}
