using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Limits;

public sealed class LimitCheckTests
{
    private static readonly LimitSet Firm = new LimitSet.Firm();
    private static readonly LimitSet T = new LimitSet.Trader("T");
    private static readonly LimitScope Global = new LimitScope.Global();
    private static readonly LimitScope Btc = new LimitScope.TradableProduct(Trading.Btc.Market);

    [Fact]
    public void Reports_the_first_failure_in_the_stated_order()
    {
        // Everything is breached at once; then one after the other is taken away, in the order of checks.
        var trading = Trading.Pinned();
        LimitSet[] sets = [Firm, new LimitSet.Desk("D"), T, new LimitSet.Account(new(Trading.AccountName))];
        LimitScope[] scopes =
        [
            Global, new LimitScope.Venue(new("HYPERLIQUID")), new LimitScope.Route(new("DIRECT")), new LimitScope.Product(Trading.Btc.Base),
            new LimitScope.Product(new("BTC Crypto")), Btc,
        ];
        string[] sums = ["MaxOpen", "MaxOpenAndRecentlyFilled", "MaxFilled"];
        (string Kind, LimitSet Set, LimitScope Scope)[] expected =
        [
            .. from set in sets from scope in scopes select ("MaxOrder", set, scope),
            .. from set in sets from scope in scopes from kind in sums select (kind, set, scope),
        ];
        foreach (var (kind, set, scope) in expected)
            trading.Set(kind, set, scope, 0);

        foreach (var (kind, set, scope) in expected)
        {
            // The price is 60 % off, which is looked at after MaxOrder and before the sums.
            var refusal = trading.Judge("T", Trading.Btc, Side.Buy, 1, kind == "MaxOrder" ? 160 : 100).Refusal!;
            Assert.Equal((kind, set, scope), (refusal.Limit, refusal.Whose, refusal.Which));
            if (kind == "MaxOpen" && set == Firm && scope == Global)
                Assert.Equal(nameof(MaxPriceDeviation), trading.Judge("T", Trading.Btc, Side.Buy, 1, 160).Refusal!.Limit);
            trading.Set(kind, set, scope, null);
        }

        Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, 1).Refusal);
    }

    [Fact]
    public void An_order_that_does_not_raise_the_worst_case_passes_an_exceeded_amount()
    {
        var trading = Trading.Pinned();
        trading.Fill(trading.Place("T", Trading.Btc, Side.Buy, 10), 10);
        trading.Set("MaxFilled", T, Btc, 500);

        Assert.Null(trading.Judge("T", Trading.Btc, Side.Sell, 20).Refusal);
        Assert.Contains("current 1000", trading.Judge("T", Trading.Btc, Side.Sell, 20.01m).Refusal!.Message);
        Assert.Contains("current 1000", trading.Judge("T", Trading.Btc, Side.Buy, 0.01m).Refusal!.Message);
    }

    [Fact]
    public void Fills_net_within_a_product_and_never_across_products()
    {
        var trading = Trading.Pinned();
        trading.Fill(trading.Place("T", Trading.Btc, Side.Buy, 10), 10);
        trading.Fill(trading.Place("T", Trading.Btc, Side.Sell, 4), 4);
        trading.Fill(trading.Place("T", Trading.Eth, Side.Sell, 30), 30);
        Assert.Equal(900, trading.InUse("MaxFilled", T, Global));
    }

    [Fact]
    public void What_is_not_enforced_is_told_and_what_is_enforced_later_still_refuses()
    {
        var trading = Trading.Pinned();
        trading.Set(new SetEnforcing(Firm, Enforcing: false));
        trading.Set("MaxOrder", Firm, Global, 1);
        trading.Set("MaxOpen", Firm, Global, 1);
        trading.Set("MaxOpen", T, Global, 1);

        var verdict = trading.Judge("T", Trading.Btc, Side.Buy, 1);

        Assert.Equal(T, verdict.Refusal!.Whose);
        Assert.Equal(["MaxOrder", "MaxOpen"], verdict.Unenforced.Select(breach => breach.Limit));
    }

    [Fact]
    public void Without_any_amount_for_trader_and_account_it_can_refuse()
    {
        var trading = Trading.Pinned(WhenUnset.Refuse);
        Assert.Equal(new LimitSet.Trader("T"), trading.Judge("T", Trading.Btc, Side.Buy, 1).Refusal!.Whose);

        trading.Set("MaxOpen", new LimitSet.TraderDefault(), new LimitScope.ProductDefault(), 1000);
        Assert.Equal(new LimitSet.Account(new(Trading.AccountName)), trading.Judge("T", Trading.Btc, Side.Buy, 1).Refusal!.Whose);

        trading.Set(new AmountLimit(AmountKind.Of("MaxOrder")!, new LimitSet.AccountDefault(), Global, LimitAmount.Unlimited));
        Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, 1).Refusal);
    }

    [Fact]
    public void Allocates_nothing_for_an_order_that_passes()
    {
        var trading = Trading.Pinned(WhenUnset.Refuse);
        foreach (var kind in AmountKind.All)
        {
            trading.Set(kind.Name, new LimitSet.TraderDefault(), Global, 1_000_000);
            trading.Set(kind.Name, new LimitSet.AccountDefault(), new LimitScope.ProductDefault(), 1_000_000);
        }

        LimitCheck check = new(trading.Book, WhenUnset.Refuse);
        Party party = new(new(Trading.AccountName), "T", "D");
        Candidate order = new(trading.Exposures.Of(party, Trading.Btc), Side.Buy, new(1), new(100), ReduceOnly: false);

        // The runtime itself allocates now and then (tiering), so the quietest of many rounds counts.
        var least = long.MaxValue;
        for (var round = 0; round < 1000; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Trade();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);

        void Trade()
        {
            trading.Exposures.Advance(trading.Now);
            var footprint = trading.Exposures.Of(party, Trading.Btc);
            if (check.Judge(order with { Footprint = footprint }, trading.Now).Refusal is { } refusal)
                throw new InvalidOperationException(refusal.Message);
            ExposureBook.Open(footprint, Side.Buy, 1);
            ExposureBook.Open(footprint, Side.Buy, -1);
        }
    }
}
