using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Limits;

/// <summary>The arithmetic of limits, step by step, on the counters alone.</summary>
public sealed class LimitsScenarioTests
{
    private static readonly LimitSet T = new LimitSet.Trader("T");
    private static readonly LimitSet U = new LimitSet.Trader("U");
    private static readonly LimitScope Global = new LimitScope.Global();
    private static readonly LimitScope Btc = new LimitScope.Product(new("BTC Crypto"));

    [Fact]
    public void Goes_as_the_scenario_says()
    {
        var trading = Trading.Pinned();
        trading.Set("MaxOpen", new LimitSet.Firm(), Global, 5000);
        trading.Set("MaxOpen", new LimitSet.TraderDefault(), Global, 2000);
        trading.Set("MaxFilled", T, Btc, 1500);
        trading.Set("MaxOpenAndRecentlyFilled", T, Btc, 2500);

        // 1, 2: up to the limit, and equality passes.
        var first = trading.Place("T", Trading.Btc, Side.Buy, 10);
        Assert.Equal(1000, trading.InUse("MaxOpen", T, Global));
        var second = trading.Place("T", Trading.Btc, Side.Sell, 10);
        Assert.Equal(2000, trading.InUse("MaxOpen", T, Global));

        // 3
        Refused(
            trading.Judge("T", Trading.Eth, Side.Buy, 1),
            "MaxOpen, Trader T, Global: amount 2000, current 2000, candidate 10, together 2010 (found through TraderDefault).");

        // 4
        trading.Fill(first, 10);
        Assert.Equal(1000, trading.InUse("MaxOpen", T, Global));
        Assert.Equal(2000, trading.InUse("MaxOpenAndRecentlyFilled", T, Btc));
        Assert.Equal(1000, trading.InUse("MaxFilled", T, Btc));

        // 5
        Refused(
            trading.Judge("T", Trading.Btc, Side.Buy, 6),
            "MaxOpenAndRecentlyFilled, Trader T, Product BTC Crypto: amount 2500, current 2000, candidate 600, together 2600.");

        // 6
        var sixth = trading.Place("T", Trading.Btc, Side.Buy, 5);
        Assert.Equal(1500, trading.InUse("MaxOpen", T, Global));
        Assert.Equal(2500, trading.InUse("MaxOpenAndRecentlyFilled", T, Btc));
        Assert.Equal(1500, trading.InUse("MaxFilled", T, Btc));

        // 7: order 2 is silent and still counts.
        trading.Pass(TimeSpan.FromSeconds(31));
        Assert.Equal(1500, trading.InUse("MaxOpen", T, Global));

        // 8: defaults are per trader.
        trading.Place("U", Trading.Eth, Side.Buy, 20);
        Refused(
            trading.Judge("U", Trading.Eth, Side.Buy, 181),
            "MaxOpen, Trader U, Global: amount 2000, current 200, candidate 1810, together 2010 (found through TraderDefault).");
        Assert.Equal(200, trading.InUse("MaxOpen", U, Global));

        // 9: the fill is no longer recent.
        trading.Pass(TimeSpan.FromSeconds(300.001 - 31));
        trading.Out(second);
        Assert.Equal(500, trading.InUse("MaxOpen", T, Global));
        Assert.Equal(500, trading.InUse("MaxOpenAndRecentlyFilled", T, Btc));
        Assert.Equal(1500, trading.InUse("MaxFilled", T, Btc));

        // 10: not enforced, but told; the firm's limits still refuse.
        trading.Set(new SetEnforcing(T, Enforcing: false));
        var passed = trading.Judge("T", Trading.Btc, Side.Buy, 4);
        Assert.Null(passed.Refusal);
        Assert.Equal(
            "MaxFilled, Trader T, Product BTC Crypto: amount 1500, current 1500, candidate 400, together 1900.",
            Assert.Single(passed.Unenforced).Message);
        trading.Reserve("T", Trading.Btc, Side.Buy, 4);
        Assert.Equal("Firm", trading.Judge("T", Trading.Btc, Side.Buy, 44).Refusal!.Whose!.Kind);

        // 11
        trading.Set(new SetEnforcing(T, Enforcing: true));
        Refused(
            trading.Judge("T", Trading.Btc, Side.Sell, 30),
            "MaxOpen, Trader T, Global: amount 2000, current 900, candidate 3000, together 3900 (found through TraderDefault).");
        trading.Place("T", Trading.Btc, Side.Sell, 11);
        Assert.Equal(2000, trading.InUse("MaxOpen", T, Global));
        Assert.Equal(1900, trading.InUse("MaxFilled", T, Btc));

        // 12: a cancel frees what it took.
        trading.Out(sixth);
        Assert.Equal(1500, trading.InUse("MaxOpen", T, Global));

        // 14: a day after the fill it has retired: 400 bought and 1100 sold are open.
        trading.Pass(TimeSpan.FromSeconds(86_400 - 300.001));
        Assert.Equal(1100, trading.InUse("MaxFilled", T, Btc));
    }

    private static void Refused(LimitVerdict verdict, string message)
    {
        Assert.NotNull(verdict.Refusal);
        Assert.Equal(message, verdict.Refusal.Message);
    }
}
