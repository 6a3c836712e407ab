using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Trading;

/// <summary>What both sides of a trade are told by which the venue closed a position.</summary>
/// <param name="User">Whose position it was.</param>
/// <param name="MarkPx">The mark at that moment.</param>
internal sealed record Liquidation(Address User, decimal MarkPx);
