using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid;

/// <summary>An account with a key of its own: the only kind that route DIRECT can be given.</summary>
/// <param name="Account">The account.</param>
/// <param name="Signer">Who signs.</param>
/// <param name="Nonces">The nonces of the signer, shared by all accounts that it signs for.</param>
internal sealed record SigningAccount(TradedAccount Account, Signer Signer, NonceSequence Nonces)
{
    /// <summary>Whether it is connected.</summary>
    public AccountLink Link => Account.Link;

    /// <summary>Where its news go.</summary>
    public AccountNews News => Account.News;

    /// <summary>What a leg of an order asks for, in the venue's terms.</summary>
    public OrderTerms TermsOf(OrderIntent intent, OrderLeg leg, uint asset) => OrderTerms.Of(intent, asset) with { Cloid = News.CloidOf(leg) };
}
