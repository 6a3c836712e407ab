namespace Gateway.Venues.Hyperliquid;

/// <summary>Which chain is traded on; it decides the default addresses and what signatures are good for.</summary>
public enum HyperliquidNetwork
{
    /// <summary>A simulator that accepts mainnet's signatures; no money.</summary>
    Simulator = 0,

    /// <summary>The venue's test chain.</summary>
    Testnet = 1,

    /// <summary>Real money.</summary>
    Mainnet = 2,
}
