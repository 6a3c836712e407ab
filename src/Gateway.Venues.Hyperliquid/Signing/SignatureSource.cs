namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>The letter by which a signature is good on one network only.</summary>
internal enum SignatureSource
{
    /// <summary>Mainnet, and simulators of it.</summary>
    A,

    /// <summary>Testnet.</summary>
    B,
}
