using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Actions;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Tests.Wire;

public sealed class SigningVectorTests
{
    public static TheoryData<string> Vectors => [.. All.Where(vector => !IsDenormal(vector)).Select(NameOf)];

    public static TheoryData<string> SignedVectors =>
        [.. All.Where(vector => !IsDenormal(vector) && vector["signature"] is not null).Select(NameOf)];

    public static TheoryData<string> DenormalVectors => [.. All.Where(IsDenormal).Select(NameOf)];

    private static IEnumerable<JsonNode> All => TestData.Read("l1-vectors.json")["vectors"]!.AsArray()!;

    [Fact]
    public void There_are_vectors_of_each_sort() =>
        Assert.Equal((22, 17, 4), (Vectors.Count, SignedVectors.Count, DenormalVectors.Count));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Packs_the_exact_bytes(string name)
    {
        var vector = Find(name);
        var packed = new MsgPackWriter();
        ((L1Action)Read(vector).Action).Pack(packed);
        Assert.Equal((string?)vector["derived"]!["msgpackHex"], Convert.ToHexStringLower(packed.Written));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Hashes_action_and_agent(string name)
    {
        var vector = Find(name);
        var signed = Read(vector);
        Assert.Equal((string?)vector["derived"]!["connectionId"], $"0x{Convert.ToHexStringLower(signed.Hash)}");
        var digest = signed.Action.SigningDigest(signed.Hash, ChainOf(vector));
        Assert.Equal((string?)vector["derived"]!["signingDigest"], $"0x{Convert.ToHexStringLower(digest)}");
    }

    [Theory]
    [MemberData(nameof(SignedVectors))]
    public void Recovers_the_signer(string name)
    {
        var vector = Find(name);
        Assert.Equal(KeyAddress(vector), Read(vector).SignerOn(ChainOf(vector)));
    }

    [Theory]
    [MemberData(nameof(SignedVectors))]
    public void Recovers_somebody_else_on_the_other_network(string name)
    {
        var vector = Find(name);
        var other = ChainOf(vector) == Chain.Mainnet ? Chain.Testnet : Chain.Mainnet;
        Assert.NotEqual(KeyAddress(vector), Read(vector).SignerOn(other));
    }

    // They hash "2000.0"; the venue hashes "2000" and so finds an address that nobody knows.
    [Theory]
    [MemberData(nameof(DenormalVectors))]
    public void Recovers_somebody_else_from_trailing_zeros(string name)
    {
        var vector = Find(name);
        Assert.NotEqual(KeyAddress(vector), Read(vector).SignerOn(ChainOf(vector)));
    }

    [Theory]
    [MemberData(nameof(SignedVectors))]
    public void Recovers_the_signer_whatever_the_order_of_members(string name)
    {
        var vector = Find(name);
        var reordered = RequestOf(vector);
        reordered["action"] = Reversed(reordered["action"]!);
        Assert.Equal(KeyAddress(vector), SignedAction.Read(Body.Parse(reordered.ToJsonString())).SignerOn(ChainOf(vector)));
    }

    // Actions that nobody can send here still show that what is packed is hashed right.
    [Theory]
    [InlineData("dummy", 0, null, Chain.Mainnet, "82a474797065a564756d6d79a36e756dcf000000174876e800", "0xf528daee6a0bd11407b483cfcd9a48c56884180b70ee86f124053e5fc1bf4d57", "0xe0aabfac88a47d3e7028b6ba6a94b30c8afcfffac26cbce788cf362b1312eafa")]
    [InlineData("dummy", 0, "0x1719884eb866cb12b2287399b15f7db5e7d775ea", Chain.Testnet, "82a474797065a564756d6d79a36e756dcf000000174876e800", "0xde9e09a7a3da45cc694096d4bfdcd89bc1b892d05497c5ecc1f56c335945184c", "0xae91fb8ce73153ef15612f60dea044c325a342b9a8b0cbd0df8d3c8c66bef395")]
    [InlineData("claimRewards", 1583838, null, Chain.Testnet, "81a474797065ac636c61696d52657761726473", "0xe7116fe27a8f1fc959de19f565fd16658b4d1fa6ea874b0eb64375f833ef8389", "0xe9eb4ca62d1d73c9a761de26b1db70980b421179490fa47cce8a3e97f659368a")]
    public void Hashes_what_is_packed(string type, long nonce, string? vault, Chain chain, string packed, string connectionId, string digest)
    {
        var writer = new MsgPackWriter().Map(type == "dummy" ? 2 : 1).Text("type").Text(type);
        if (type == "dummy")
            writer.Text("num").Integer(100_000_000_000);
        Assert.Equal(packed, Convert.ToHexStringLower(writer.Written));
        var hash = ActionHash.ConnectionId(writer.Written, nonce, vault is null ? null : Address.Parse(vault), expiresAfter: null);
        Assert.Equal(connectionId, $"0x{Convert.ToHexStringLower(hash)}");
        Assert.Equal(digest, $"0x{Convert.ToHexStringLower(ActionHash.SigningDigest(hash, chain))}");
    }

    [Fact]
    public void Wraps_a_hash_as_published() => Assert.Equal(
        "0x6c43321e0f67bbafa52f8ad0cca68ce5e6700cac04fd5f8ccc1df6d4d3e799b0",
        $"0x{Convert.ToHexStringLower(ActionHash.SigningDigest(Convert.FromHexString("de6c4037798a4434ca03cd05f00e3b803126221375cd1e7eaaaf041768be06eb"), Chain.Mainnet))}");

    [Fact]
    public void Recovers_the_signer_from_shortened_scalars()
    {
        var venue = new TestVenue();
        var trader = new Trader(venue, 7);
        for (var nonce = 1L; nonce < 2_000; nonce++)
        {
            var request = JsonNode.Parse(trader.Sign("""{"type":"noop"}""", nonce))!;
            var r = (string)request["signature"]!["r"]!;
            if (!r.StartsWith("0x0", StringComparison.Ordinal))
                continue;
            request["signature"]!["r"] = $"0x{r[2..].TrimStart('0')}";
            var signed = SignedAction.Read(Body.Parse(request.ToJsonString()));
            Assert.Equal(trader.Address, signed.SignerOn(Chain.Mainnet).ToString());
            return;
        }

        Assert.Fail("No signature with a leading zero among 2000.");
    }

    private static JsonNode Find(string name) => All.Single(vector => NameOf(vector) == name);

    private static string NameOf(JsonNode vector) => (string)vector["name"]!;

    private static bool IsDenormal(JsonNode vector) => vector["action"]!.ToJsonString().Contains("2000.0", StringComparison.Ordinal);

    private static Chain ChainOf(JsonNode vector) => (bool)vector["isMainnet"]! ? Chain.Mainnet : Chain.Testnet;

    private static SignedAction Read(JsonNode vector) => SignedAction.Read(Body.Parse(RequestOf(vector).ToJsonString()));

    private static JsonObject RequestOf(JsonNode vector) => new()
    {
        ["action"] = vector["action"]!.DeepClone(),
        ["nonce"] = vector["nonce"]!.DeepClone(),
        ["signature"] = vector["signature"]?.DeepClone() ?? JsonNode.Parse("""{"r":"0x1","s":"0x1","v":27}"""),
        ["vaultAddress"] = vector["vaultAddress"]?.DeepClone(),
        ["expiresAfter"] = vector["expiresAfter"]?.DeepClone(),
    };

    private static Address KeyAddress(JsonNode vector)
    {
        using var key = PrivateKey.Parse((string)vector["privateKey"]!);
        return key.Address;
    }

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Reversed)]),
        _ => node?.DeepClone(),
    };
}
