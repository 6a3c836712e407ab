using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Routes.HyperEth;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid;

/// <summary>An account that is traded for: where it is asked about, who signs for it, and whether it is connected.</summary>
/// <param name="Address">Its own address, never an agent's.</param>
/// <param name="Signer">Who signs.</param>
/// <param name="Nonces">The nonces of the signer, shared by all accounts that it signs for.</param>
/// <param name="Link">Whether it is connected.</param>
/// <param name="News">Where its news go.</param>
internal sealed record TradedAccount(Address Address, Signer Signer, NonceSequence Nonces, AccountLink Link, AccountNews News)
{
    /// <summary>The wallet that trades for it by route HYPERETH; null: none does.</summary>
    public ManagedWallet? Managed { get; init; }
}
