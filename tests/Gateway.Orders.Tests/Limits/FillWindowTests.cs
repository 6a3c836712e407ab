using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Limits;

public sealed class FillWindowTests
{
    private static readonly LimitSet Firm = new LimitSet.Firm();
    private static readonly LimitScope Global = new LimitScope.Global();
    private readonly Trading trading = Trading.Pinned();

    private decimal Recent => trading.InUse("MaxOpenAndRecentlyFilled", Firm, Global);

    private decimal Counted => trading.InUse("MaxFilled", Firm, Global);

    [Fact]
    public void A_fill_counts_while_it_is_younger_than_the_thresholds()
    {
        Fill(TimeSpan.Zero);
        Assert.Equal((100, 100), (Recent, Counted));

        trading.Pass(TimeSpan.FromSeconds(300) - TimeSpan.FromTicks(1));
        Assert.Equal((100, 100), (Recent, Counted));
        trading.Pass(TimeSpan.FromTicks(1));
        Assert.Equal((0, 100), (Recent, Counted));

        trading.Pass(TimeSpan.FromSeconds(86_100) - TimeSpan.FromTicks(1));
        Assert.Equal((0, 100), (Recent, Counted));
        trading.Pass(TimeSpan.FromTicks(1));
        Assert.Equal((0, 0), (Recent, Counted));
    }

    [Fact]
    public void A_fill_that_is_reported_late_is_as_old_as_its_trade()
    {
        Fill(TimeSpan.FromSeconds(10));
        Fill(TimeSpan.FromSeconds(400));
        Assert.Equal((100, 200), (Recent, Counted));

        Fill(TimeSpan.FromDays(2));
        Assert.Equal((100, 200), (Recent, Counted));

        Fill(TimeSpan.FromSeconds(5));
        trading.Pass(TimeSpan.FromSeconds(290));
        Assert.Equal((100, 300), (Recent, Counted));
    }

    [Fact]
    public void A_longer_threshold_makes_fills_recent_again()
    {
        Fill(TimeSpan.FromSeconds(400));
        Fill(TimeSpan.FromSeconds(200));
        trading.Set(new ThresholdLimit(ThresholdKind.FillRecency, TimeSpan.FromSeconds(500)));
        trading.Pass(TimeSpan.Zero);
        Assert.Equal(200, Recent);

        trading.Set(new ThresholdLimit(ThresholdKind.FillRecency, null));
        trading.Pass(TimeSpan.Zero);
        Assert.Equal(100, Recent);
    }

    [Fact]
    public void A_shorter_retirement_takes_recent_fills_with_it()
    {
        Fill(TimeSpan.FromSeconds(200));
        Fill(TimeSpan.FromSeconds(50));
        trading.Set(
            new ThresholdLimit(ThresholdKind.FillRecency, TimeSpan.FromSeconds(100)), new ThresholdLimit(ThresholdKind.FillRetire, TimeSpan.FromSeconds(100)));
        trading.Pass(TimeSpan.Zero);
        Assert.Equal((100, 100), (Recent, Counted));
    }

    [Fact]
    public void A_recency_beyond_retirement_is_a_contradiction()
    {
        Assert.Null(trading.Book.ProblemWith([new ThresholdLimit(ThresholdKind.FillRecency, TimeSpan.FromDays(1))]));
        Assert.Contains(
            "FillRecencyThreshold (86401 s) must not exceed FillRetireThreshold (86400 s)",
            trading.Book.ProblemWith([new ThresholdLimit(ThresholdKind.FillRecency, TimeSpan.FromSeconds(86_401))]));
        Assert.NotNull(trading.Book.ProblemWith([new ThresholdLimit(ThresholdKind.FillRetire, TimeSpan.FromSeconds(299))]));
    }

    [Fact]
    public void A_clock_that_steps_back_makes_nothing_younger()
    {
        Fill(TimeSpan.FromSeconds(299));
        trading.Pass(TimeSpan.FromSeconds(2));
        trading.Pass(TimeSpan.FromSeconds(-100));
        Assert.Equal(0, Recent);
    }

    [Fact]
    public void Holds_more_fills_than_it_began_with_room_for()
    {
        for (var fill = 0; fill < 3000; fill++)
        {
            trading.Pass(TimeSpan.FromSeconds(1));
            Fill(TimeSpan.Zero);
        }

        Assert.Equal((30_000, 300_000), (Recent, Counted));
    }

    private void Fill(TimeSpan age) => trading.Exposures.Fill(
        trading.Exposures.Of(new(new(Trading.AccountName), "T", null), Trading.Btc), Side.Buy, 1, trading.Now - age, trading.Now);
}
