using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Limits;

/// <summary>Which price turns quantities into limit dollars, and which prices an order may have.</summary>
public sealed class PriceRuleTests
{
    private static readonly LimitSet Firm = new LimitSet.Firm();
    private static readonly LimitScope Global = new LimitScope.Global();

    [Fact]
    public void A_mark_may_be_half_a_minute_old_and_no_older()
    {
        Trading trading = new();
        Assert.Equal("MarkPrice", trading.Judge("T", Trading.Btc, Side.Buy, 1).Refusal?.Limit);

        trading.Marks.Update(Trading.Btc.Base, new(100), trading.Now, trading.Now);
        Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, 1).Refusal);

        trading.Pass(TimeSpan.FromSeconds(30));
        Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, 1).Refusal);

        trading.Pass(TimeSpan.FromTicks(1));
        Assert.Contains("younger than 30 s", trading.Judge("T", Trading.Btc, Side.Buy, 1).Refusal!.Message);
        Assert.Null(trading.Judge("T", Trading.Btc, Side.Sell, 1, reduceOnly: true).Refusal);
    }

    [Fact]
    public void A_sum_with_a_stale_part_stands_still()
    {
        Trading trading = new();
        trading.Set("MaxOpen", Firm, Global, 1_000_000);
        trading.Marks.Update(Trading.Eth.Base, new(10), trading.Now, trading.Now);
        var order = trading.Place("T", Trading.Eth, Side.Buy, 1);
        trading.Pass(TimeSpan.FromSeconds(31));
        trading.Marks.Update(Trading.Btc.Base, new(100), trading.Now, trading.Now);

        Assert.Contains("no mark price of ETH-USD HYPERLIQUID Perpetual", trading.Judge("T", Trading.Btc, Side.Buy, 1).Refusal!.Message);
        Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, 1, reduceOnly: true).Refusal);

        trading.Out(order);
        Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, 1).Refusal);
    }

    [Fact]
    public void A_pinned_price_never_ages_and_beats_the_mark()
    {
        var trading = Trading.Pinned();
        trading.Marks.Update(Trading.Btc.Base, new(50_000), trading.Now, trading.Now);
        trading.Place("T", Trading.Btc, Side.Buy, 2);
        Assert.Equal(200, trading.InUse("MaxOpen", Firm, Global));

        trading.Pass(TimeSpan.FromDays(1));
        Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, 1).Refusal);
    }

    [Fact]
    public void A_new_price_values_everything_anew()
    {
        Trading trading = new();
        trading.Marks.Update(Trading.Btc.Base, new(100), trading.Now, trading.Now);
        trading.Fill(trading.Place("T", Trading.Btc, Side.Buy, 3), 1);

        trading.Marks.Update(Trading.Btc.Base, new(7.5m), trading.Now, trading.Now);

        Assert.Equal(15, trading.InUse("MaxOpen", Firm, Global));
        Assert.Equal(22.5m, trading.InUse("MaxOpenAndRecentlyFilled", Firm, Global));
        Assert.Equal(22.5m, trading.InUse("MaxFilled", Firm, Global));
    }

    [Fact]
    public void An_older_mark_than_the_last_changes_nothing()
    {
        Trading trading = new();
        trading.Marks.Update(Trading.Btc.Base, new(100), trading.Now, trading.Now);
        trading.Marks.Update(Trading.Btc.Base, new(1), trading.Now - TimeSpan.FromSeconds(1), trading.Now);
        Assert.Equal(100, MarkBook.ReferenceOf(trading.Exposures.Of(new(new(Trading.AccountName), "T", "D"), Trading.Btc), trading.Now));
    }

    [Theory]
    [InlineData("50", null, true)]
    [InlineData("150", null, true)]
    [InlineData("49.99", null, false)]
    [InlineData("150.01", null, false)]
    [InlineData("101", "0.01", true)]
    [InlineData("101.01", "0.01", false)]
    [InlineData("98.99", "0.01", false)]
    public void A_price_may_be_so_far_from_the_reference(string price, string? fraction, bool passes)
    {
        var trading = Trading.Pinned();
        trading.Set(new MaxPriceDeviation(fraction is null ? null : decimal.Parse(fraction)));
        var refusal = trading.Judge("T", Trading.Btc, Side.Buy, 1, decimal.Parse(price)).Refusal;
        Assert.Equal(passes ? null : nameof(MaxPriceDeviation), refusal?.Limit);
    }

    [Fact]
    public void The_reference_is_the_venues_price_of_the_market_not_the_pinned_one()
    {
        var trading = Trading.Pinned();
        trading.Marks.Update(Trading.Btc.Base, new(50_000), trading.Now, trading.Now);
        Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, 1, 49_000).Refusal);
        Assert.Equal(
            "MaxPriceDeviation: price 100 is more than 50 % away from the reference price 50000.",
            trading.Judge("T", Trading.Btc, Side.Buy, 1, 100).Refusal?.Message);

        // A quote product with a mark of its own is no dollar.
        trading.Marks.Update(Trading.Btc.Quote, new(50), trading.Now, trading.Now);
        Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, 1, 1000).Refusal);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("10000000000001")]
    public void What_cannot_be_reckoned_is_refused(string quantity)
    {
        var trading = Trading.Pinned();
        var refusal = trading.Judge("T", Trading.Btc, Side.Buy, decimal.Parse(quantity)).Refusal;
        Assert.Equal("MaxOrder", refusal?.Limit);
    }
}
