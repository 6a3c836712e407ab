using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>What one position paid, if negative, or got at a full hour, in its collateral.</summary>
internal sealed record FundingPayment(long Time, Perp Perp, decimal Amount, decimal Szi, decimal Rate);
