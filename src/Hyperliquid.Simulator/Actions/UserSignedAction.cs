using System.Globalization;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>An action that is signed as typed data and by the account itself: no API wallet may do it.</summary>
internal abstract record UserSignedAction(UserSignedAction.Origin From) : VenueAction
{
    /// <summary>The members that are signed, in order, after the network's name.</summary>
    protected abstract TypedData Sign(TypedData data);

    /// <summary>What follows <c>HyperliquidTransaction:</c> in the name of the typed data.</summary>
    protected abstract string Name { get; }

    public sealed override byte[] Hash(long nonce, Address? vault, long? expiresAfter) =>
        Sign(new TypedData($"HyperliquidTransaction:{Name}").Text("hyperliquidChain", From.HyperliquidChain)).Digest(From.SignatureChainId);

    public sealed override byte[] SigningDigest(byte[] hash, Chain chain) => hash;

    /// <summary>Why an account may not act for an address.</summary>
    protected const string NotOwn = "User is neither the signer nor a sub-account of it.";

    /// <summary>The account itself or the subaccount of it that has this address.</summary>
    protected static Account? OwnOf(Address user, Exchange exchange, Account account) =>
        exchange.Find(user) is { } own && (own == account || own.Master == account.Address) ? own : null;

    /// <summary>What is wrong with where and when it was signed; null if nothing.</summary>
    public string? CheckOrigin(long nonce, Chain chain)
    {
        if (From.HyperliquidChain != chain.ToString())
            return "Mainnet and testnet require different signature.";
        return From.Nonce == nonce ? null : "Nonce mismatch.";
    }

    /// <summary>What every action of this sort tells of itself.</summary>
    /// <param name="SignatureChainId">The wallet's chain, which is part of the signed domain only.</param>
    /// <param name="HyperliquidChain">The network that the signature is for.</param>
    /// <param name="Nonce">The nonce again, under this name or as <c>time</c>.</param>
    internal sealed record Origin(ulong SignatureChainId, string HyperliquidChain, long Nonce)
    {
        public static Origin Read(Body action, string nonce = "nonce")
        {
            var id = action.Text("signatureChainId");
            var chain = action.Text("hyperliquidChain");
            if (chain is not ("Mainnet" or "Testnet"))
                throw new UnreadableException($"unknown variant `{chain}`");
            return id.StartsWith("0x", StringComparison.Ordinal)
                && ulong.TryParse(id.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
                ? new(number, chain, action.Integer(nonce))
                : throw new UnreadableException("`signatureChainId` must be 0x and hex digits");
        }
    }
}
