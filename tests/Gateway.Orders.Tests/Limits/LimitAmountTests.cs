using Gateway.Orders.Limits;

namespace Gateway.Orders.Tests.Limits;

public sealed class LimitAmountTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("1234.56")]
    [InlineData("unlimited")]
    public void Reads_what_it_writes(string text)
    {
        Assert.True(LimitAmount.TryParse(text, out var amount));
        Assert.Equal(text, amount.ToString());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("")]
    [InlineData("Unlimited ")]
    [InlineData(null)]
    public void Refuses_what_is_no_amount(string? text) => Assert.False(LimitAmount.TryParse(text, out _));

    [Fact]
    public void Nothing_is_not_unlimited() => Assert.NotEqual(LimitAmount.Unlimited, default);
}
