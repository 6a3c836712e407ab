using System.Buffers;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid.Tests.Signing;

public sealed class MsgPackWriterTests
{
    [Theory]
    [InlineData(0ul, "00")]
    [InlineData(127ul, "7f")]
    [InlineData(128ul, "cc80")]
    [InlineData(255ul, "ccff")]
    [InlineData(256ul, "cd0100")]
    [InlineData(65535ul, "cdffff")]
    [InlineData(65536ul, "ce00010000")]
    [InlineData(4294967295ul, "ceffffffff")]
    [InlineData(4294967296ul, "cf0000000100000000")]
    public void Integers_take_the_shortest_form(ulong value, string hex) => Assert.Equal(hex, Written(writer => writer.Integer(value)));

    [Theory]
    [InlineData(31, "bf")]
    [InlineData(32, "d920")]
    [InlineData(34, "d922")]
    [InlineData(255, "d9ff")]
    [InlineData(256, "da0100")]
    public void Texts_take_the_shortest_form(int length, string header) =>
        Assert.StartsWith(header + "61", Written(writer => writer.Text(Enumerable.Repeat((byte)'a', length).ToArray())));

    [Theory]
    [InlineData(15, "9f", "8f")]
    [InlineData(16, "dc0010", "de0010")]
    [InlineData(200, "dc00c8", "de00c8")]
    public void Arrays_and_maps_take_the_shortest_form(int count, string array, string map)
    {
        Assert.Equal(array, Written(writer => writer.Array(count)));
        Assert.Equal(map, Written(writer => writer.Map(count)));
    }

    [Theory]
    [InlineData("100.0", "100")]
    [InlineData("0.5000", "0.5")]
    [InlineData("-0.0", "0")]
    [InlineData("0.00000001", "0.00000001")]
    [InlineData("123456789.12345678", "123456789.12345678")]
    public void Decimals_have_one_spelling(string value, string text)
    {
        var bytes = Written(writer => writer.Number(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(text, System.Text.Encoding.ASCII.GetString(Convert.FromHexString(bytes[2..])));
    }

    [Fact]
    public void A_ninth_fractional_digit_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(writer => writer.Number(0.000000001m)));

    private static string Written(Action<MsgPackWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(new MsgPackWriter(output));
        return Convert.ToHexStringLower(output.WrittenSpan);
    }
}
