namespace Gateway.Cryptography.Tests;

public sealed class AddressTests
{
    private const string Text = "0x0123456789abcdef0fedcba98765432101020304";

    [Theory]
    [InlineData(Text)]
    [InlineData("0x0123456789ABCDEF0FEDCBA98765432101020304")]
    public void Reads_any_letter_case_and_writes_lower(string text) => Assert.Equal(Text, Address.Parse(text).ToString());

    [Fact]
    public void Goes_through_its_bytes_and_back()
    {
        Span<byte> bytes = stackalloc byte[Address.Size];
        Address.Parse(Text).CopyTo(bytes);

        Assert.Equal(Text[2..], Convert.ToHexStringLower(bytes));
        Assert.Equal(Address.Parse(Text), Address.FromBytes(bytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("0123456789abcdef0fedcba98765432101020304")]
    [InlineData("0x0123456789abcdef0fedcba9876543210102030")]
    [InlineData("0x0123456789abcdef0fedcba987654321010203040")]
    [InlineData("0x0123456789abcdef0fedcba9876543210102030g")]
    [InlineData("0X0123456789abcdef0fedcba98765432101020304")]
    [InlineData(" 0x0123456789abcdef0fedcba9876543210102030")]
    public void Refuses_what_is_no_address_without_repeating_it(string text)
    {
        Assert.False(Address.TryParse(text, out var address));
        Assert.Equal(Address.Zero, address);

        var refusal = Assert.Throws<FormatException>(() => Address.Parse(text));
        Assert.Contains("An address is 0x and 40 hexadecimal digits", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    [InlineData(21)]
    public void Has_twenty_bytes(int length)
    {
        Assert.Throws<ArgumentException>(() => Address.FromBytes(new byte[length]));
        if (length < Address.Size)
            Assert.Throws<ArgumentException>(() => Address.Zero.CopyTo(new byte[length]));
    }

    [Fact]
    public void Compares_as_its_text_does()
    {
        var chance = new Random(20);
        var addresses = Enumerable.Range(0, 200).Select(_ => RandomAddress(chance)).Append(Address.Zero).ToArray();

        Assert.Equal(
            addresses.Select(address => address.ToString()).Order(StringComparer.Ordinal),
            addresses.Order().Select(address => address.ToString()), StringComparer.Ordinal);
    }

    [Fact]
    public void Differs_by_a_single_bit()
    {
        Span<byte> bytes = stackalloc byte[Address.Size];
        for (var bit = 0; bit < 8 * Address.Size; bit++)
        {
            bytes.Clear();
            bytes[bit / 8] = (byte)(1 << (bit % 8));
            var address = Address.FromBytes(bytes);

            Assert.True(address != Address.Zero);
            Assert.False(address.Equals((object)Address.Zero));
            Assert.True(address > Address.Zero);
            Assert.True(address == Address.FromBytes(bytes));
            Assert.Equal(address.GetHashCode(), Address.FromBytes(bytes).GetHashCode());
        }
    }

    private static Address RandomAddress(Random chance)
    {
        Span<byte> bytes = stackalloc byte[Address.Size];
        chance.NextBytes(bytes);
        bytes[0] = 0; // so that the later bytes have to decide now and then
        if (chance.Next(2) == 0)
            bytes[..16].Clear();
        return Address.FromBytes(bytes);
    }
}
