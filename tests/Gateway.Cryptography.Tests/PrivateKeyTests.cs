namespace Gateway.Cryptography.Tests;

public sealed class PrivateKeyTests
{
    private const string Canary = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";
    private const string Order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
    private const string OrderLessOne = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140";

    public static TheoryData<string> Published => [.. PublishedSignature.Names];

    [Theory]
    [MemberData(nameof(Published))]
    public void Signs_as_the_published_tests_do(string name)
    {
        var published = PublishedSignature.Named(name);
        using var key = PrivateKey.Parse(published.PrivateKey);
        var signature = new byte[PrivateKey.SignatureSize];

        key.Sign(published.DigestBytes, signature);

        Assert.Equal(Convert.ToHexStringLower(published.Bytes), Convert.ToHexStringLower(signature));
        Assert.Equal(published.Signer, key.Address.ToString());
    }

    // The generator of the curve, and its mirror image; and the example of go-ethereum's crypto tests.
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000001", "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf")]
    [InlineData(OrderLessOne, "0x80c0dbf239224071c59dd8970ab9d542e3414ab2")]
    [InlineData("289c2857d4598e37fb9647507e47a309d6133539bf21a8b9cb6df88fd5232032", "0x970e8128ab834e8eac17ab8e3812f010678cf791")]
    public void Derives_the_address(string hex, string address)
    {
        using var key = PrivateKey.Parse(hex);
        Assert.Equal(Address.Parse(address), key.Address);
    }

    [Theory]
    [InlineData("0x" + Canary)]
    [InlineData("0xC0FFEE00C0FFEE00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00")]
    [InlineData(" " + Canary + "\r\n")]
    public void Reads_a_key_as_key_files_hold_it(string text)
    {
        using var key = PrivateKey.Parse(text);
        using var plain = PrivateKey.Parse(Canary);
        Assert.Equal(plain.Address, key.Address);
    }

    [Theory]
    [InlineData("", "this text has 0 characters")]
    [InlineData("0x", "this text has 0 characters")]
    [InlineData("c0ffee00", "this text has 8 characters")]
    [InlineData(Canary + "c0ffee00", "this text has 72 characters")]
    [InlineData("0X" + Canary, "this text has 66 characters")]
    [InlineData("c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee0g", "other characters among them")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "greater than zero")]
    [InlineData(Order, "less than the order")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "less than the order")]
    public void Refuses_what_is_no_key_without_repeating_it(string text, string reason)
    {
        var refusal = Assert.Throws<FormatException>(() => PrivateKey.Parse(text));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c0ffee", refusal.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ffffffff", refusal.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Never_shows_itself()
    {
        using var key = PrivateKey.Parse(Canary);

        Assert.Equal($"private key of {key.Address}", key.ToString());
        Assert.DoesNotContain("c0ffee", System.Text.Json.JsonSerializer.Serialize(key), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Signs_the_same_digest_always_alike_with_a_low_s()
    {
        var halfOrder = Convert.FromHexString("7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0");
        using var key = PrivateKey.Parse(Canary);
        var signature = new byte[PrivateKey.SignatureSize];
        var again = new byte[PrivateKey.SignatureSize];

        for (var i = 0; i < 200; i++)
        {
            var digest = Keccak256.HashData([(byte)i]);
            key.Sign(digest, signature);
            key.Sign(digest, again);

            Assert.Equal(signature, again);
            Assert.True(signature.AsSpan(32, 32).SequenceCompareTo(halfOrder) <= 0);
            Assert.InRange(signature[64], 0, 1);
        }
    }

    [Fact]
    public void Signs_without_allocating()
    {
        using var key = PrivateKey.Parse(Canary);
        Span<byte> digest = stackalloc byte[Keccak256.HashSize];
        Span<byte> signature = stackalloc byte[PrivateKey.SignatureSize];

        // The runtime itself allocates now and then (tiering), so the quietest of many rounds counts.
        var least = long.MaxValue;
        for (var round = 0; round < 100; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Keccak256.HashData(digest, digest);
            key.Sign(digest, signature);
            SignerRecovery.TryRecover(digest, signature, out _);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Theory]
    [InlineData(31, 65)]
    [InlineData(33, 65)]
    [InlineData(32, 64)]
    [InlineData(32, 66)]
    public void Refuses_to_sign_with_other_lengths(int digest, int signature)
    {
        using var key = PrivateKey.Parse(Canary);
        Assert.Throws<ArgumentException>(() => key.Sign(new byte[digest], new byte[signature]));
    }

    [Fact]
    public void Does_not_sign_once_disposed()
    {
        var key = PrivateKey.Parse(Canary);
        var address = key.Address;
        key.Dispose();
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Sign(new byte[32], new byte[65]));
        Assert.Equal(address, key.Address);
    }
}
