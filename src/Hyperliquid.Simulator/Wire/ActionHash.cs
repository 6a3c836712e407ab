using System.Buffers.Binary;
using System.Text;
using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Wire;

/// <summary>What is signed for an L1 action: its msgpack with nonce, vault and expiry, hashed and dressed as a phantom agent.</summary>
internal static class ActionHash
{
    private static readonly byte[] DomainSeparator = Keccak256.HashData(
    [
        .. Hash("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
        .. Hash("Exchange"),
        .. Hash("1"),
        .. Word(1337),
        .. Word(0),
    ]);

    private static readonly byte[] AgentType = Hash("Agent(string source,bytes32 connectionId)");

    /// <summary>The hash of the action and its circumstances.</summary>
    public static byte[] ConnectionId(ReadOnlySpan<byte> packed, long nonce, Address? vault, long? expiresAfter)
    {
        var bytes = new List<byte>([.. packed, .. BigEndian(nonce)]);
        if (vault is { } address)
        {
            Span<byte> raw = stackalloc byte[Address.Size];
            address.CopyTo(raw);
            bytes.AddRange([1, .. raw]);
        }
        else
        {
            bytes.Add(0);
        }

        // The marker of an expiry is 0, not 1, and without an expiry there is none.
        if (expiresAfter is { } time)
            bytes.AddRange([0, .. BigEndian(time)]);
        return Keccak256.HashData([.. bytes]);
    }

    /// <summary>The EIP-712 digest that the signer signs.</summary>
    public static byte[] SigningDigest(ReadOnlySpan<byte> connectionId, Chain chain)
    {
        var agent = Keccak256.HashData([.. AgentType, .. Hash(chain == Chain.Mainnet ? "a" : "b"), .. connectionId]);
        return Keccak256.HashData([0x19, 0x01, .. DomainSeparator, .. agent]);
    }

    private static byte[] Hash(string text) => Keccak256.HashData(Encoding.UTF8.GetBytes(text));

    private static byte[] Word(int value)
    {
        var word = new byte[32];
        BinaryPrimitives.WriteInt32BigEndian(word.AsSpan(28), value);
        return word;
    }

    private static byte[] BigEndian(long value)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
