using System.Buffers.Binary;
using System.Text;
using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Wire;

/// <summary>A user-signed message as EIP-712 hashes it. Members are given in the order of the type.</summary>
/// <param name="name">Name of the type.</param>
internal sealed class TypedData(string name)
{
    private const int WordSize = 32;

    private static readonly byte[] DomainType =
        Keccak256.HashData("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"u8);

    private readonly List<string> members = [];
    private readonly List<byte> words = [];

    public TypedData Text(string member, string value) => Add($"string {member}", Keccak256.HashData(Encoding.UTF8.GetBytes(value)));

    public TypedData Integer(string member, long value) => Add($"uint64 {member}", Word((ulong)value));

    public TypedData Flag(string member, bool value) => Add($"bool {member}", Word(value ? 1u : 0u));

    public TypedData Address(string member, Address value)
    {
        var word = new byte[WordSize];
        value.CopyTo(word.AsSpan(WordSize - Gateway.Cryptography.Address.Size));
        return Add($"address {member}", word);
    }

    /// <summary>The digest that is signed under a wallet's chain id.</summary>
    public byte[] Digest(ulong chainId)
    {
        var type = Keccak256.HashData(Encoding.UTF8.GetBytes($"{name}({string.Join(',', members)})"));
        var message = Keccak256.HashData([.. type, .. words]);
        return Keccak256.HashData([0x19, 0x01, .. DomainSeparator(chainId), .. message]);
    }

    private static byte[] DomainSeparator(ulong chainId) => Keccak256.HashData(
    [
        .. DomainType,
        .. Keccak256.HashData("HyperliquidSignTransaction"u8),
        .. Keccak256.HashData("1"u8),
        .. Word(chainId),
        .. Word(0),
    ]);

    private static byte[] Word(ulong value)
    {
        var word = new byte[WordSize];
        BinaryPrimitives.WriteUInt64BigEndian(word.AsSpan(WordSize - sizeof(ulong)), value);
        return word;
    }

    private TypedData Add(string member, byte[] word)
    {
        members.Add(member);
        words.AddRange(word);
        return this;
    }
}
