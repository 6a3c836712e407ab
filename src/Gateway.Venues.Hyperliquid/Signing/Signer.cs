using Gateway.Cryptography;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>Who signs for an account, and how its signatures are to be read.</summary>
/// <param name="key">The agent's (or the account's own) key.</param>
/// <param name="source">The network that the signatures are good on.</param>
/// <param name="vault">The subaccount or vault that is traded for; null: the signer's own account or master.</param>
internal sealed class Signer(PrivateKey key, SignatureSource source, Address? vault)
{
    public PrivateKey Key => key;

    public SignatureSource Source => source;

    public Address? Vault => vault;

    // The key has no text form, and neither has whoever holds it.
    public override string ToString() => $"signer {key.Address}";
}
