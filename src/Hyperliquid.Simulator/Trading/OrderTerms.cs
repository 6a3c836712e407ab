using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>What an order asks for.</summary>
internal sealed record OrderTerms(
    Instrument Instrument, bool IsBuy, decimal LimitPx, decimal Sz, bool ReduceOnly, TimeInForce Tif, string? Cloid)
{
    public bool IsImmediate => Tif is TimeInForce.Ioc or TimeInForce.FrontendMarket;

    /// <summary>Value at the limit price.</summary>
    public decimal Notional => LimitPx * Sz;
}
