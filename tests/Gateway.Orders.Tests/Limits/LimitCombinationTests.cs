using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Limits;

/// <summary>Every kind of amount, for every set in every scope, own or by default, refuses an order above it and names itself.</summary>
public sealed class LimitCombinationTests
{
    private static readonly (LimitSet Set, LimitSet About)[] Sets =
    [
        Own(new LimitSet.Firm()), Own(new LimitSet.Desk("D")), Own(new LimitSet.Trader("T")), Own(new LimitSet.Account(new(Trading.AccountName))),
        (new LimitSet.DeskDefault(), new LimitSet.Desk("D")), (new LimitSet.TraderDefault(), new LimitSet.Trader("T")),
        (new LimitSet.AccountDefault(), new LimitSet.Account(new(Trading.AccountName))),
    ];

    private static readonly (LimitScope Scope, LimitScope About)[] Scopes =
    [
        Own(new LimitScope.Global()), Own(new LimitScope.Venue(new("HYPERLIQUID"))), Own(new LimitScope.Route(new("DIRECT"))),
        Own(new LimitScope.Product(Trading.Btc.Base)), Own(new LimitScope.Product(new("BTC Crypto"))),
        Own(new LimitScope.TradableProduct(Trading.Btc.Market)), (new LimitScope.ProductDefault(), new LimitScope.Product(Trading.Btc.Base)),
        (new LimitScope.TradableProductDefault(), new LimitScope.TradableProduct(Trading.Btc.Market)),
    ];

    public static TheoryData<string, int, int> Every() =>
        [.. from kind in AmountKind.All from set in Enumerable.Range(0, Sets.Length) from scope in Enumerable.Range(0, Scopes.Length) select (kind.Name, set, scope)];

    [Fact]
    public void The_table_is_whole()
    {
        Assert.Equal(Cases(typeof(LimitSet)), Sets.Select(set => set.Set.Kind).Distinct().Order());
        Assert.Equal(Cases(typeof(LimitScope)), Scopes.Select(scope => scope.Scope.Kind).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Refuses_what_is_above_and_passes_what_is_at_the_amount(string kind, int set, int scope)
    {
        var trading = Trading.Pinned();
        trading.Set(kind, Sets[set].Set, Scopes[scope].Scope, 1000);

        Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, 10).Refusal);
        var refusal = trading.Judge("T", Trading.Btc, Side.Buy, 10.001m).Refusal;

        Assert.NotNull(refusal);
        Assert.Equal((kind, Sets[set].About, Scopes[scope].About), (refusal.Limit, refusal.Whose, refusal.Which));
        Assert.StartsWith($"{kind}, {Sets[set].About}, {Scopes[scope].About}: amount 1000, current 0, candidate 1000.1, together 1000.1", refusal.Message);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Leaves_alone_what_it_is_not_about(string kind, int set, int scope)
    {
        var trading = Trading.Pinned();
        trading.Set(kind, Elsewhere(Sets[set].Set), Elsewhere(Scopes[scope].Scope), 0);

        if (Elsewhere(Sets[set].Set) != Sets[set].Set || Elsewhere(Scopes[scope].Scope) != Scopes[scope].Scope)
            Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, 10).Refusal);
        else
            Assert.NotNull(trading.Judge("T", Trading.Btc, Side.Buy, 10).Refusal);
    }

    [Fact]
    public void The_nearest_amount_counts()
    {
        LimitSet own = new LimitSet.Trader("T");
        LimitSet others = new LimitSet.TraderDefault();
        LimitScope here = new LimitScope.TradableProduct(Trading.Btc.Market);
        LimitScope anywhere = new LimitScope.TradableProductDefault();
        var trading = Trading.Pinned();

        // From the farthest to the nearest, each looser than the one before: only the nearest can let the order pass.
        var amount = 0;
        foreach (var (set, scope) in (ReadOnlySpan<(LimitSet, LimitScope)>)[(others, anywhere), (others, here), (own, anywhere), (own, here)])
        {
            amount += 100;
            trading.Set("MaxOpen", set, scope, amount);
            Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, amount / 100m).Refusal);
            Assert.Contains($"amount {amount},", trading.Judge("T", Trading.Btc, Side.Buy, (amount / 100m) + 1).Refusal!.Message);
        }
    }

    [Fact]
    public void Unlimited_overrides_a_default_and_null_brings_it_back()
    {
        var trading = Trading.Pinned();
        LimitSet own = new LimitSet.Trader("T");
        LimitScope global = new LimitScope.Global();
        trading.Set("MaxOpen", new LimitSet.TraderDefault(), global, 100);

        trading.Set(new AmountLimit(AmountKind.Of("MaxOpen")!, own, global, LimitAmount.Unlimited));
        Assert.Null(trading.Judge("T", Trading.Btc, Side.Buy, 1000).Refusal);

        trading.Set("MaxOpen", own, global, null);
        Assert.NotNull(trading.Judge("T", Trading.Btc, Side.Buy, 1000).Refusal);
    }

    [Fact]
    public void A_default_is_no_shared_pool()
    {
        var trading = Trading.Pinned();
        trading.Set("MaxOpen", new LimitSet.TraderDefault(), new LimitScope.ProductDefault(), 1000);
        trading.Place("T", Trading.Btc, Side.Buy, 10);

        Assert.Null(trading.Judge("T", Trading.Eth, Side.Buy, 100).Refusal);
        Assert.Null(trading.Judge("U", Trading.Btc, Side.Buy, 10).Refusal);
        Assert.NotNull(trading.Judge("T", Trading.Btc, Side.Buy, 0.01m).Refusal);
    }

    [Theory]
    [InlineData(false, null, true)]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, true)]
    [InlineData(null, null, false)]
    public void Enforcement_follows_the_own_set_then_its_default(bool? byDefault, bool? own, bool passes)
    {
        foreach (var (set, about) in Sets.Where(set => set.Set.IsDefault))
        {
            var trading = Trading.Pinned();
            trading.Set("MaxOpen", about, new LimitScope.Global(), 100);
            if (byDefault is { } general)
                trading.Set(new SetEnforcing(set, general));
            if (own is { } special)
                trading.Set(new SetEnforcing(about, special));

            // A set that says nothing follows its default.
            var verdict = trading.Judge("T", Trading.Btc, Side.Buy, 2);
            Assert.Equal(byDefault is false && own is null ? true : passes && own is false, verdict.Refusal is null);
            Assert.Equal(verdict.Refusal is null ? 1 : 0, verdict.Unenforced.Length);
        }
    }

    private static (LimitSet Set, LimitSet About) Own(LimitSet set) => (set, set);

    private static (LimitScope Scope, LimitScope About) Own(LimitScope scope) => (scope, scope);

    private static LimitSet Elsewhere(LimitSet set) => set.Name is null ? set : LimitSet.Of(set.Kind, "ANOTHER")!;

    private static LimitScope Elsewhere(LimitScope scope) => scope.Name is null ? scope : LimitScope.Of(scope.Kind, "ANOTHER")!;

    private static IEnumerable<string> Cases(Type union) => union.GetNestedTypes().Select(type => type.Name).Order();
}
