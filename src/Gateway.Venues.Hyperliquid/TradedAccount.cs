using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Routes.HyperEth;

namespace Gateway.Venues.Hyperliquid;

/// <summary>An account that is traded for, or only watched: where it is asked about, and whether it is connected.</summary>
/// <param name="Address">Its own address, never an agent's.</param>
/// <param name="Link">Whether it is connected.</param>
/// <param name="News">Where its news go.</param>
internal sealed record TradedAccount(Address Address, AccountLink Link, AccountNews News)
{
    /// <summary>The address of its own key, by which route DIRECT signs; null: it has none, and that route does not know it.</summary>
    public Address? Signer { get; init; }

    /// <summary>The wallet that trades for it by route HYPERETH; null: none does.</summary>
    public ManagedWallet? Managed { get; init; }
}
