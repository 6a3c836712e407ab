using System.Runtime.InteropServices;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>An order, or what is to replace one, on its way to the venue.</summary>
/// <param name="Leg">Which leg of which order of ours it is.</param>
/// <param name="Intent">What it asks for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SentOrder(OrderLeg Leg, OrderIntent Intent)
{
    public static SentOrder Of(Instruction.Place place) => new(new(place.Order), place.Intent);

    public static SentOrder Of(Instruction.Modify modify) => new(new(modify.Order.Order, modify.Leg), modify.Intent);
}
