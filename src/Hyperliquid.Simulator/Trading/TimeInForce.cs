namespace Hyperliquid.Simulator.Trading;

/// <summary>What becomes of the part of an order that does not match at once. Names are the venue's.</summary>
internal enum TimeInForce
{
    /// <summary>It rests.</summary>
    Gtc,

    /// <summary>It is canceled.</summary>
    Ioc,

    /// <summary>Post only: the order is refused if any part would match.</summary>
    Alo,

    /// <summary>As <see cref="Ioc"/>; the market order of the venue's web client.</summary>
    FrontendMarket,

    /// <summary>As <see cref="Ioc"/>; the venue itself closes a position. Nobody may ask for it.</summary>
    LiquidationMarket,
}
