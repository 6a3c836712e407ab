namespace Gateway.Venues.Hyperliquid.Tests;

public sealed class CloidTests
{
    private static readonly GatewayInstance Instance = new(0x12345678);

    [Fact]
    public void It_states_version_instance_order_and_a_check() =>
        Assert.Matches("^0x01123456780000000000000007[0-9a-f]{6}$", Cloid.Of(Instance, new(new OrderId(7))).ToString());

    [Theory]
    [InlineData(1)]
    [InlineData(4711)]
    [InlineData(OrderId.MaxValue)]
    public void The_order_is_read_back(long number)
    {
        Assert.True(Cloid.TryRead(Cloid.Of(Instance, new(new OrderId(number))).ToString(), Instance, out var leg));
        Assert.Equal(new OrderLeg(new OrderId(number)), leg);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4711, 1024)]
    [InlineData(OrderId.MaxValue, OrderLeg.Last)]
    public void The_leg_is_read_back_along_with_the_order(long number, int leg)
    {
        var text = Cloid.Of(Instance, new(new OrderId(number), leg)).ToString();
        Assert.True(Cloid.TryRead(text, Instance, out var read));
        Assert.Equal(new OrderLeg(new OrderId(number), leg), read);
        Assert.NotEqual(Cloid.Of(Instance, new(new OrderId(number))).ToString(), text);
    }

    [Fact]
    public void The_leg_stands_in_the_eleven_bits_above_the_order() =>
        Assert.Matches("^0x01123456780060000000000007[0-9a-f]{6}$", Cloid.Of(Instance, new(new OrderId(7), 3)).ToString());

    [Theory]
    [InlineData(-1)]
    [InlineData(OrderLeg.Last + 1)]
    public void There_is_no_such_leg(int leg) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cloid.Of(Instance, new(new OrderId(7), leg)));

    [Fact]
    public void Another_gateways_order_is_not_ours() =>
        Assert.False(Cloid.TryRead(Cloid.Of(new GatewayInstance(1), new(new OrderId(7))).ToString(), Instance, out _));

    [Fact]
    public void A_changed_digit_anywhere_makes_it_nobodys()
    {
        var text = Cloid.Of(Instance, new(new OrderId(7))).ToString();
        for (var at = 2; at < text.Length; at++)
        {
            var changed = text[..at] + (text[at] == 'f' ? '0' : 'f') + text[(at + 1)..];
            Assert.False(Cloid.TryRead(changed, Instance, out _), changed);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("0x00000000000000000000000000000001")]
    [InlineData("0x0112345678000000000000000zzzzzzz")]
    [InlineData("01123456780000000000000007aaaaaaaa")]
    public void Other_texts_are_nobodys(string text) => Assert.False(Cloid.TryRead(text, Instance, out _));

    [Theory]
    [InlineData("0x0112345678000000000000000700000A", true)]
    [InlineData("0X0112345678000000000000000700000a", false)]
    [InlineData("0x0112345678000000000000000700000", false)]
    [InlineData("0x0112345678000000000000000700000g", false)]
    [InlineData("0x011234567800000000000000070000\u00e9a", false)]
    public void Any_cloid_is_read_from_text_and_from_bytes_alike(string text, bool isOne)
    {
        Assert.Equal(isOne, Cloid.TryParse(text, out var read));
        Assert.Equal(isOne, Cloid.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out var fromBytes));
        Assert.Equal(read, fromBytes);
        if (isOne)
            Assert.Equal(text.ToLowerInvariant(), read.ToString());
    }

    [Fact]
    public void What_it_states_is_told_without_its_check()
    {
        var leg = new OrderLeg(new OrderId(7), 3);
        var cloid = Cloid.Of(Instance, leg);
        Assert.True(Cloid.TryParse(cloid.ToString()[..^6] + "000000", out var damaged));

        Assert.True(cloid.States(Instance, leg));
        Assert.True(damaged.States(Instance, leg));
        Assert.False(damaged.TryRead(Instance, out _));
        Assert.False(cloid.States(Instance, new(new OrderId(7))));
        Assert.False(cloid.States(Instance, new(new OrderId(8), 3)));
        Assert.False(cloid.States(new GatewayInstance(1), leg));
    }
}
