using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Something an account has done for it. One file per kind, named as on the wire.</summary>
internal abstract record VenueAction
{
    /// <summary>Name on the wire.</summary>
    public abstract string Type { get; }

    /// <summary>Items of a batch; one for all else.</summary>
    public virtual int Weight => 1;

    /// <summary>Whether it only takes orders away, for which the address has a larger budget.</summary>
    public virtual bool IsCancel => false;

    /// <summary>What identifies the signed bytes.</summary>
    public abstract byte[] Hash(long nonce, Address? vault, long? expiresAfter);

    /// <summary>What is signed on a network for a <see cref="Hash"/>.</summary>
    public abstract byte[] SigningDigest(byte[] hash, Chain chain);

    /// <summary>Does it for an account.</summary>
    public abstract ActionReply Execute(Exchange exchange, Account account, Block block);
}
