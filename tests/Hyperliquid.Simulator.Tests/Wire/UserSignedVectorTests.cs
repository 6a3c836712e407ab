using Gateway.Cryptography;
using Hyperliquid.Simulator.Actions;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Tests.Wire;

public sealed class UserSignedVectorTests
{
    private static readonly string Request = TestData.Read("user-signed-vectors.json")["vectors"]![0]!.ToJsonString();

    [Fact]
    public void Recovers_the_signer()
    {
        var signed = SignedAction.Read(Body.Parse(Request));
        var derived = TestData.Read("user-signed-vectors.json")["vectors"]![0]!["derived"]!;
        Assert.Equal((string?)derived["signingDigest"], $"0x{Convert.ToHexStringLower(signed.Hash)}");
        Assert.Equal((string?)derived["signerAddress"], signed.SignerOn(Chain.Mainnet).ToString());
    }

    [Theory]
    [InlineData("0.001%", "0.002%")]
    [InlineData("1583838", "1583839")]
    [InlineData("0x66eee", "0xa4b1")]
    [InlineData("0x1234567890123456789012345678901234567890", "0x1234567890123456789012345678901234567891")]
    [InlineData("Mainnet", "Testnet")]
    public void Recovers_somebody_else_from_anything_else(string part, string other)
    {
        var changed = SignedAction.Read(Body.Parse(Request.Replace(part, other, StringComparison.Ordinal)));
        Assert.NotEqual(Address.Parse("0xcd49bbac6e85fdeb167eb7ca41a945d2b8758f6f"), changed.SignerOn(Chain.Mainnet));
    }
}
