using System.Globalization;
using System.Text;
using Gateway.Server.Requests.Binding;

namespace Gateway.Server.Tests.Requests.Binding;

public sealed class ExactDecimalTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.000", "0")]
    [InlineData("0.1", "0.1")]
    [InlineData("100", "100")]
    [InlineData("100.500", "100.5")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("1e3", "1000")]
    [InlineData("1.50E+2", "150")]
    [InlineData("12500e-3", "12.5")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("0e999999999", "0")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.10000000000000000000000000000000000000000", "0.1")]
    [InlineData("123456789.123456789", "123456789.123456789")]
    public void Reads_what_a_decimal_holds(string text, string same)
    {
        Assert.True(ExactDecimal.TryParse(Encoding.UTF8.GetBytes(text), out var value));
        Assert.Equal(decimal.Parse(same, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("1e29")]
    [InlineData("1e-29")]
    [InlineData("1e9999999999")]
    [InlineData("1e-999999")]
    public void Refuses_what_it_would_have_to_round(string text) => Assert.False(ExactDecimal.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Reads_back_every_decimal_that_is_written()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var value = new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29));
            var text = value.ToString(CultureInfo.InvariantCulture);
            Assert.True(ExactDecimal.TryParse(Encoding.UTF8.GetBytes(text), out var read), text);
            Assert.Equal(value, read);
        }
    }
}
