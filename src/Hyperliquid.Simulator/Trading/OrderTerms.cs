using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>What an order asks for.</summary>
internal sealed record OrderTerms(
    Instrument Instrument, bool IsBuy, decimal LimitPx, decimal Sz, bool ReduceOnly, TimeInForce Tif, string? Cloid)
{
    /// <summary>What it waits for before it enters the market; null: nothing.</summary>
    public Trigger? Trigger { get; init; }

    /// <summary>Who brought the order and takes part of it; null: nobody.</summary>
    public BuilderFee? Builder { get; init; }

    /// <summary>The TWAP order of which it is a slice; null: none.</summary>
    public long? Twap { get; init; }

    /// <summary>Belongs to the position and takes its size when it fires.</summary>
    public bool FollowsPosition { get; init; }

    public bool IsImmediate => Tif is TimeInForce.Ioc or TimeInForce.FrontendMarket or TimeInForce.LiquidationMarket;

    /// <summary>Value at the limit price.</summary>
    public decimal Notional => LimitPx * Sz;
}
