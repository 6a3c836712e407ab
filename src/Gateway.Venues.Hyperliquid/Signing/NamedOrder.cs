using System.Runtime.InteropServices;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>An order by the name that we gave it.</summary>
/// <param name="Asset">The venue's number of the market.</param>
/// <param name="Cloid">Our name of the order.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NamedOrder(uint Asset, Cloid Cloid);
