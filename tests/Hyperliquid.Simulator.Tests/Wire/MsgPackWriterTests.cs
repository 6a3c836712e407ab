using System.Globalization;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Tests.Wire;

public sealed class MsgPackWriterTests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(127, "7f")]
    [InlineData(128, "cc80")]
    [InlineData(255, "ccff")]
    [InlineData(256, "cd0100")]
    [InlineData(65535, "cdffff")]
    [InlineData(65536, "ce00010000")]
    [InlineData(4294967295, "ceffffffff")]
    [InlineData(4294967296, "cf0000000100000000")]
    public void Writes_integers_in_the_shortest_form(long value, string hex) =>
        Assert.Equal(hex, Hex(new MsgPackWriter().Integer(value)));

    [Theory]
    [InlineData(31, "bf")]
    [InlineData(32, "d920")]
    [InlineData(34, "d922")]
    [InlineData(42, "d92a")]
    [InlineData(255, "d9ff")]
    [InlineData(256, "da0100")]
    public void Writes_strings_with_the_shortest_length(int length, string header) =>
        Assert.Equal(header + string.Concat(Enumerable.Repeat("78", length)), Hex(new MsgPackWriter().Text(new('x', length))));

    [Theory]
    [InlineData(15, "9f", "8f")]
    [InlineData(16, "dc0010", "de0010")]
    public void Switches_to_long_headers_at_sixteen(int count, string array, string map) =>
        Assert.Equal((array, map), (Hex(new MsgPackWriter().Array(count)), Hex(new MsgPackWriter().Map(count))));

    [Theory]
    [InlineData("100.0", "a3313030")]
    [InlineData("0.50", "a3302e35")]
    [InlineData("0.00000001", "aa302e3030303030303031")]
    [InlineData("0.0", "a130")]
    public void Writes_decimals_without_trailing_zeros(string value, string hex) =>
        Assert.Equal(hex, Hex(new MsgPackWriter().Decimal(decimal.Parse(value, CultureInfo.InvariantCulture))));

    private static string Hex(MsgPackWriter writer) => Convert.ToHexStringLower(writer.Written);
}
