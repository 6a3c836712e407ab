using System.Runtime.InteropServices;

namespace Gateway.Venues;

/// <summary>
/// One of the orders that stand at a venue, one after the other, for an order of ours: each change of it that a venue carries out by
/// cancel and replace begins another leg.
/// </summary>
/// <param name="Order">Our order.</param>
/// <param name="Number">0: as it was placed; 1 … <see cref="Last"/>: what replaced it, each number used once.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OrderLeg(OrderId Order, int Number = 0)
{
    /// <summary>The largest number of a leg: a venue's client order ids hold no more beside the order's own number.</summary>
    public const int Last = 2047;

    /// <inheritdoc/>
    public override string ToString() => Number == 0 ? Order.ToString() : $"{Order}/{Number}";
}
