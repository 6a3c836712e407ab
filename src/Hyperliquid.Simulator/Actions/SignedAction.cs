using Gateway.Cryptography;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>The body of an <c>/exchange</c> request.</summary>
internal sealed record SignedAction(VenueAction Action, long Nonce, Signature? Signature, Address? Vault, long? ExpiresAfter)
{
    public static SignedAction Read(Body body) => new(
        ActionCatalogue.Read(body.Object("action")),
        body.Integer("nonce"),
        Signature.Read(body.Object("signature")),
        body.Has("vaultAddress") ? body.Address("vaultAddress") : null,
        body.Has("expiresAfter") ? body.Integer("expiresAfter") : null);

    /// <summary>What identifies the signed bytes.</summary>
    public byte[] Hash => Action.Hash(Nonce, Vault, ExpiresAfter);

    /// <summary>Who signed these bytes on that network; null if nobody can have.</summary>
    public Address? SignerOn(Chain chain) =>
        Signature?.SignerOf(Action.SigningDigest(Hash, chain));
}
