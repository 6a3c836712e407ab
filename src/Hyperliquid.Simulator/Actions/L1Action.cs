using Gateway.Cryptography;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>An action that is hashed as msgpack and signed through the phantom agent, by the account or one of its API wallets.</summary>
internal abstract record L1Action : VenueAction
{
    /// <summary>Writes the action in canonical member order, absent optionals left out.</summary>
    public abstract void Pack(MsgPackWriter packed);

    public sealed override byte[] Hash(long nonce, Address? vault, long? expiresAfter)
    {
        var packed = new MsgPackWriter();
        Pack(packed);
        return ActionHash.ConnectionId(packed.Written, nonce, vault, expiresAfter);
    }

    public sealed override byte[] SigningDigest(byte[] hash, Chain chain) => ActionHash.SigningDigest(hash, chain);
}
