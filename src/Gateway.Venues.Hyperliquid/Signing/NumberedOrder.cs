using System.Runtime.InteropServices;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>An order by the venue's number of it.</summary>
/// <param name="Asset">The venue's number of the market.</param>
/// <param name="ExchangeOrderId">The venue's number of the order.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NumberedOrder(uint Asset, ulong ExchangeOrderId);
