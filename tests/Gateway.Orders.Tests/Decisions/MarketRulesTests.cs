using System.Globalization;
using System.Numerics;
using Gateway.Orders.Decisions;
using Gateway.Testing.Orders;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Decisions;

public sealed class MarketRulesTests
{
    [Fact]
    public void Says_what_is_wrong_with_both_numbers_at_once_and_what_would_be_right()
    {
        var refused = MarketRules.Check(SampleMarkets.Buy(12345.67m, 0.123456m))!;
        Assert.Equal(RejectCode.InvalidRequest, refused.Code);
        Assert.Equal(["price", "quantity"], refused.Fields!.Keys);
        Assert.Contains("nearest valid ones are 12345 and 12346", refused.Fields["price"][0], StringComparison.Ordinal);
        Assert.Contains("nearest valid ones are 0.12345 and 0.12346", refused.Fields["quantity"][0], StringComparison.Ordinal);
    }

    [Fact]
    public void Says_how_much_is_enough_and_how_much_is_too_much()
    {
        Assert.Contains("at this price is 0.0001 or more", Message(SampleMarkets.Buy(100000m, 0.00009m)), StringComparison.Ordinal);
        Assert.Null(MarketRules.Check(SampleMarkets.Buy(100000m, 0.0001m)));
        Assert.Contains("at this price is 1000 or less", Message(SampleMarkets.Buy(100000m, 1000.00001m)), StringComparison.Ordinal);
        Assert.Null(MarketRules.Check(SampleMarkets.Buy(100000m, 1000m)));
    }

    [Fact]
    public void Only_the_venue_knows_whether_a_small_reduce_only_order_closes_a_position() =>
        Assert.Null(MarketRules.Check(SampleMarkets.Buy(100000m, 0.00001m) with { ReduceOnly = true }));

    [Fact]
    public void Numbers_too_large_to_multiply_are_refused_not_thrown()
    {
        Assert.Contains("more than can be counted", Message(SampleMarkets.Buy(decimal.MaxValue, decimal.MaxValue, SampleMarkets.Pepe)), StringComparison.Ordinal);
        Assert.DoesNotContain("more than can be counted or less", Message(SampleMarkets.Buy(decimal.MaxValue, 0.01m)), StringComparison.Ordinal);
        Assert.NotNull(MarketRules.Check(SampleMarkets.Buy(decimal.MaxValue, 0.1m)));
        Assert.NotNull(MarketRules.Check(SampleMarkets.Buy(0.0000000000000000000000000001m, decimal.MaxValue)));
        Assert.NotNull(MarketRules.Check(SampleMarkets.Buy(7922816251426433759354395033.5m, 7922816251426433759354395033.5m, SampleMarkets.Pepe)));
    }

    [Fact]
    public void Nothing_and_no_price_are_refused() => Assert.Equal(
        ["price", "quantity"],
        MarketRules.Check(SampleMarkets.Buy(1m, 1m) with { Price = default, Quantity = default })!.Fields!.Keys);

    [Fact]
    public void What_a_market_does_not_take_is_refused_by_its_field()
    {
        Assert.Equal(["target"], Fields(SampleMarkets.Buy(10m, 10m, SampleMarkets.Gone)));
        var order = SampleMarkets.Buy(10m, 10m, SampleMarkets.Plainest);
        Assert.Equal(
            ["params", "post_only", "reduce_only"],
            Fields(order with { PostOnly = true, ReduceOnly = true, Trigger = new(new(1.234567m), TriggerKind.StopLoss, true) }));
        Assert.Equal(["post_only"], Fields(SampleMarkets.Buy(10m, 10m) with { PostOnly = true, TimeInForce = TimeInForce.ImmediateOrCancel }));
        var trigger = new OrderTrigger(new(10m), TriggerKind.StopLoss, true);
        Assert.Empty(Fields(SampleMarkets.Buy(10m, 10m) with { Trigger = trigger }));
        Assert.Equal(["time_in_force"], Fields(SampleMarkets.Buy(10m, 10m) with { Trigger = trigger, TimeInForce = TimeInForce.ImmediateOrCancel }));
        Assert.Equal(["params"], Fields(SampleMarkets.Buy(10m, 10m) with { Trigger = trigger with { Price = new(10.00001m) } }));
    }

    // The venue's rule in the words of its documentation, on digits instead of numbers: at most five significant figures and
    // at most six less the size decimals after the point, whole numbers always; so many decimals of size; worth ten at least.
    [Fact]
    public void Accepts_exactly_what_the_venues_documentation_accepts()
    {
        var random = new Random(20260102);
        var (accepted, refused) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var sizeDecimals = random.Next(6);
            var market = SampleMarkets.Perpetual("ANY", sizeDecimals);
            var (price, quantity) = (Draw(random), Draw(random));
            var expected = IsPrice(price, 6 - sizeDecimals) && DecimalsOf(quantity) <= sizeDecimals && IsWorth(price, quantity, 10);
            var order = SampleMarkets.Buy(Parse(price), Parse(quantity), market);
            var rejection = MarketRules.Check(order);
            Assert.True(expected == rejection is null, $"{price} x {quantity}, {sizeDecimals} size decimals: {rejection?.Message ?? "accepted"}");
            if (expected)
                accepted++;
            else
                refused++;
        }

        Assert.InRange(accepted, 1000, 19_000);
        Assert.InRange(refused, 1000, 19_000);
    }

    private static string Draw(Random random)
    {
        var digits = random.Next(1, 8);
        var number = random.Next(1, (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture);
        var point = random.Next(-2, digits + 1);
        return point <= 0
            ? $"0.{new string('0', -point)}{number}"
            : point >= number.Length ? number : $"{number[..point]}.{number[point..]}";
    }

    private static bool IsPrice(string text, int maxDecimals)
    {
        if (DecimalsOf(text) == 0)
            return true;
        var figures = text.Replace(".", "", StringComparison.Ordinal).Trim('0').Length;
        return figures <= 5 && DecimalsOf(text) <= maxDecimals;
    }

    private static int DecimalsOf(string text) =>
        text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;

    private static bool IsWorth(string price, string quantity, int least)
    {
        static (BigInteger Digits, int Decimals) Split(string text) => (
            BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture),
            text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0);
        var (p, q) = (Split(price), Split(quantity));
        return p.Digits * q.Digits >= least * BigInteger.Pow(10, p.Decimals + q.Decimals);
    }

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Message(OrderIntent intent) => MarketRules.Check(intent)!.Message;

    private static IEnumerable<string> Fields(OrderIntent intent) => MarketRules.Check(intent)?.Fields!.Keys ?? [];
}
