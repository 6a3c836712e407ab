namespace Hyperliquid.Simulator.Trading;

/// <summary>A step in an order's life.</summary>
/// <param name="Order">Which.</param>
/// <param name="Status">What it became.</param>
/// <param name="Sz">What remained at that moment.</param>
/// <param name="Time">Block time, ms.</param>
internal sealed record OrderUpdate(Order Order, string Status, decimal Sz, long Time);
