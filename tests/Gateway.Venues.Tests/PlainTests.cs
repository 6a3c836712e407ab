using System.Globalization;
using System.Text;

namespace Gateway.Venues.Tests;

public sealed class PlainTests
{
    [Theory]
    [InlineData("0.00001", "0.00001")]
    [InlineData("100.0", "100")]
    [InlineData("-2.50", "-2.5")]
    [InlineData("-0.0", "0")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Numbers_are_plain_and_without_trailing_zeros(string number, string text)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);
        Span<byte> utf8 = stackalloc byte[31];

        Assert.Equal(text, Plain.Format(value));
        Assert.True(Plain.TryFormat(value, utf8, out var written));
        Assert.Equal(text, Encoding.UTF8.GetString(utf8[..written]));
    }

    [Fact]
    public void A_short_destination_is_refused() => Assert.False(Plain.TryFormat(123.456m, new byte[3], out _));

    [Fact]
    public void Any_number_reads_back_as_itself()
    {
        var random = new Random(7);
        for (var round = 0; round < 5000; round++)
        {
            var value = new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29));
            Assert.Equal(value, decimal.Parse(Plain.Format(value), CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Bytes_are_the_same_as_text()
    {
        var random = new Random(11);
        Span<byte> utf8 = stackalloc byte[31];
        for (var round = 0; round < 20_000; round++)
        {
            var value = new decimal(random.Next() >> random.Next(31), random.Next() >> random.Next(31), round % 7 == 0 ? random.Next() : 0, round % 5 == 0, (byte)random.Next(29));
            Assert.True(Plain.TryFormat(value, utf8, out var written));
            Assert.Equal(Plain.Format(value), Encoding.UTF8.GetString(utf8[..written]));
        }
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05.6789012Z", "2026-01-02T03:04:05.678901Z")]
    [InlineData("2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05.000000Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z")]
    public void Moments_are_in_utc_to_the_microsecond(string moment, string text)
    {
        Span<byte> utf8 = stackalloc byte[Plain.MomentLength];

        Plain.Format(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), utf8);

        Assert.Equal(text, Encoding.UTF8.GetString(utf8));
    }
}
