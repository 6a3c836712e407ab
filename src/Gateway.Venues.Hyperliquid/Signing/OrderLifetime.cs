namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>The venue's <c>tif</c>, by its own names.</summary>
internal enum OrderLifetime
{
    /// <summary>Good till canceled.</summary>
    Gtc,

    /// <summary>Immediate or cancel.</summary>
    Ioc,

    /// <summary>Add liquidity only: refused rather than taking.</summary>
    Alo,
}
