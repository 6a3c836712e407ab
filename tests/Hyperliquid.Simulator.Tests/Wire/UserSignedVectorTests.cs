using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Actions;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Tests.Wire;

public sealed class UserSignedVectorTests
{
    private static readonly string Request = TestData.Read("user-signed-vectors.json")["vectors"]![0]!.ToJsonString();

    public static TheoryData<string> Names => [.. All.Select(vector => (string)vector["name"]!)];

    private static IEnumerable<JsonNode> All => TestData.Read("user-signed-vectors.json")["vectors"]!.AsArray()!;

    [Theory]
    [MemberData(nameof(Names))]
    public void Recovers_the_signer(string name)
    {
        var vector = All.Single(one => (string?)one["name"] == name);
        var signed = SignedAction.Read(Body.Parse(vector.ToJsonString()));
        Assert.Equal((string?)vector["derived"]!["signingDigest"], $"0x{Convert.ToHexStringLower(signed.Hash)}");
        Assert.Equal((string?)vector["derived"]!["signerAddress"], signed.SignerOn((bool)vector["isMainnet"]! ? Chain.Mainnet : Chain.Testnet).ToString());
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
