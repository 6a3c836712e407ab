using System.Security.Cryptography;
using System.Text;

namespace Gateway.Cryptography.Tests;

public sealed class Keccak256Tests
{
    private const byte Sha3Padding = 0x06;

    // The first three from the Keccak team's test vectors, the others the EIP-712 type hashes that Hyperliquid's signing uses.
    [Theory]
    [InlineData("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    [InlineData("The quick brown fox jumps over the lazy dog", "4d741b6f1eb29cb2a9b9911c82f56fa8d73b04959d3d9d222895df6c0b28aa15")]
    [InlineData("a", "3ac225168df54212a25c1c01fd35bebfea408fdac2e31ddd6f80a4bbf9a5f1cb")]
    [InlineData("b", "b5553de315e0edf504d9150af82dafa5c4667fa618ed0a6f19c69b41166c5510")]
    [InlineData("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)", "8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f")]
    [InlineData("Agent(string source,bytes32 connectionId)", "26f05c2f7239b6983075e58321292d77b3aa173d19b27257ac96ab362570f508")]
    [InlineData("HyperliquidTransaction:ApproveAgent(string hyperliquidChain,address agentAddress,string agentName,uint64 nonce)", "4464abf6148f115d79362d98320081aa2ae8a5c840083cb65820bffc21394378")]
    [InlineData("HyperliquidTransaction:UsdSend(string hyperliquidChain,string destination,string amount,uint64 time)", "c7410964737e2180e258d649f23f74a49460432fecbd94688103ecc63fb66b4c")]
    [InlineData("HyperliquidTransaction:SendAsset(string hyperliquidChain,string destination,string sourceDex,string destinationDex,string token,string amount,string fromSubAccount,uint64 nonce)", "5f7cf397b977b076f0fbb993badfc7dd11bd71461a3d076c0940eff5f91ac849")]
    public void Gives_the_published_answers(string text, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(Keccak256.HashData(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Differs_from_the_platforms_sha3_in_the_padding_only()
    {
        Assert.SkipUnless(SHA3_256.IsSupported, "This platform has no SHA3-256 to compare with (OpenSSL 1.1.1 or later has it).");

        var chance = new Random(136);
        Span<byte> hash = stackalloc byte[Keccak256.HashSize];
        for (var length = 0; length <= 5 * Keccak256.BlockSize + 1; length++)
        {
            for (var repeat = 0; repeat < 4; repeat++)
            {
                var source = new byte[length];
                chance.NextBytes(source);

                Keccak256.HashData(source, hash, Sha3Padding);

                Assert.True(hash.SequenceEqual(SHA3_256.HashData(source)), $"length {length}: {Convert.ToHexString(source)}");
            }
        }
    }

    [Fact]
    public void Writes_the_hash_and_nothing_after_it()
    {
        var destination = Enumerable.Repeat((byte)0xAA, Keccak256.HashSize + 3).ToArray();

        Keccak256.HashData([], destination);

        Assert.Equal(Keccak256.HashData([]), destination[..Keccak256.HashSize]);
        Assert.Equal([0xAA, 0xAA, 0xAA], destination[Keccak256.HashSize..]);
    }

    [Fact]
    public void May_write_over_its_own_input()
    {
        var bytes = new byte[Keccak256.HashSize];
        var expected = Keccak256.HashData(bytes);

        Keccak256.HashData(bytes, bytes);

        Assert.Equal(expected, bytes);
    }

    [Fact]
    public void Refuses_a_destination_that_is_too_short() =>
        Assert.Throws<ArgumentException>(() => Keccak256.HashData([], new byte[Keccak256.HashSize - 1]));
}
