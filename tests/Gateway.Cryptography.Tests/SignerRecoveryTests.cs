namespace Gateway.Cryptography.Tests;

public sealed class SignerRecoveryTests
{
    private const string Order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

    public static TheoryData<string> Published => [.. PublishedSignature.Names];

    [Theory]
    [MemberData(nameof(Published))]
    public void Recovers_the_signer_of_published_signatures(string name)
    {
        var published = PublishedSignature.Named(name);

        Assert.True(SignerRecovery.TryRecover(published.DigestBytes, published.Bytes, out var signer));
        Assert.Equal(published.Signer, signer.ToString());
    }

    [Fact]
    public void Recovers_what_any_key_signed_and_another_address_from_any_other_digest()
    {
        var chance = new Random(20251120);
        Span<byte> secret = stackalloc byte[32];
        Span<byte> digest = stackalloc byte[32];
        Span<byte> signature = stackalloc byte[PrivateKey.SignatureSize];
        for (var i = 0; i < 500; i++)
        {
            chance.NextBytes(secret);
            chance.NextBytes(digest);
            using var key = PrivateKey.Parse(Convert.ToHexString(secret));
            key.Sign(digest, signature);

            Assert.True(SignerRecovery.TryRecover(digest, signature, out var signer));
            Assert.Equal(key.Address, signer);

            digest[chance.Next(32)] ^= (byte)(1 << chance.Next(8));
            Assert.False(SignerRecovery.TryRecover(digest, signature, out var stranger) && stranger == key.Address);
        }
    }

    [Fact]
    public void Accepts_the_mirrored_signature_with_a_high_s()
    {
        var published = PublishedSignature.Named("py_order_gtc_mainnet");
        var order = Number(Convert.FromHexString(Order));
        var mirrored = published.Bytes;
        (order - Number(mirrored.AsSpan(32, 32))).ToByteArray(isUnsigned: true, isBigEndian: true).CopyTo(mirrored, 32);
        mirrored[64] ^= 1;

        Assert.True(SignerRecovery.TryRecover(published.DigestBytes, mirrored, out var signer));
        Assert.Equal(published.Signer, signer.ToString());
    }

    public static TheoryData<string, string> Malformed => new()
    {
        { "empty", "" },
        { "r and s only", Signature("", "", "") [..128] },
        { "a byte too long", Signature("", "", "00") + "00" },
        { "recovery id 2, which the curve has for such a small r but Ethereum has not", Signature(new string('0', 63) + "2", "", "02") },
        { "recovery id 3, likewise", Signature(new string('0', 63) + "2", "", "03") },
        { "recovery id 27, as on the wire", Signature("", "", "1b") },
        { "recovery id 255", Signature("", "", "ff") },
        { "r of zero", Signature(new string('0', 64), "", "00") },
        { "s of zero", Signature("", new string('0', 64), "00") },
        { "r of the order", Signature(Order, "", "00") },
        { "s of the order", Signature("", Order, "00") },
        { "r and s too large", Signature(new string('f', 64), new string('f', 64), "00") },
        { "r that is no point of the curve", Signature(new string('0', 63) + "5", "", "00") },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Recovers_nobody_from_what_is_no_signature(string what, string hex)
    {
        Assert.False(SignerRecovery.TryRecover(new byte[32], Convert.FromHexString(hex), out var signer), what);
        Assert.Equal(Address.Zero, signer);
    }

    [Fact]
    public void Survives_any_bytes()
    {
        var chance = new Random(7);
        var digest = new byte[32];
        var signature = new byte[65];
        for (var i = 0; i < 2000; i++)
        {
            chance.NextBytes(digest);
            chance.NextBytes(signature);
            signature[64] = (byte)(i % 5);
            Assert.Equal(SignerRecovery.TryRecover(digest, signature, out var signer), signer != Address.Zero);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_digest_of_another_length_is_the_callers_mistake(int length) =>
        Assert.Throws<ArgumentException>(() => SignerRecovery.TryRecover(new byte[length], new byte[65], out _));

    private static System.Numerics.BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    /// <summary>A good signature, but for the parts that are given.</summary>
    private static string Signature(string r, string s, string recoveryId)
    {
        var good = Convert.ToHexStringLower(PublishedSignature.Named("py_order_gtc_mainnet").Bytes);
        return (r.Length > 0 ? r : good[..64]) + (s.Length > 0 ? s : good[64..128]) + (recoveryId.Length > 0 ? recoveryId : good[128..]);
    }
}
