namespace Hyperliquid.Simulator.Trading;

/// <summary>How an account margins one perpetual.</summary>
/// <param name="Value">Value of a position per unit of margin, from 1 to the asset's most.</param>
/// <param name="IsCross">Whether the whole account stands behind the position; otherwise only what was put up for it.</param>
internal sealed record Leverage(int Value, bool IsCross);
