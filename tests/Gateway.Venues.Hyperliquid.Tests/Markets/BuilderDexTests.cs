using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Testing.Venues;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Markets;

/// <summary>Perpetuals on the dexes that builders have deployed (HIP-3).</summary>
public sealed class BuilderDexTests
{
    private const string Tesla = "xyz:TSLA-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT";
    private const string Index = "km:US500-USD HYPERLIQUID Perpetual/USDH Crypto*HYPERLIQUID/DIRECT";

    private static readonly Dex[] Listed =
    [
        new("xyz", 0, """{"name":"xyz:XYZ100","szDecimals":4,"maxLeverage":25}""", """{"name":"xyz:TSLA","szDecimals":3,"maxLeverage":10,"growthMode":"enabled","onlyIsolated":true,"marginMode":"strictIsolated"}"""),
        new("km", 360, """{"name":"km:US500","szDecimals":3,"maxLeverage":20}"""),
    ];

    [Fact]
    public void Each_is_a_market_named_after_its_dex_and_paid_with_the_collateral_of_that_dex() => World(Listed, world =>
    {
        var tesla = Market(world, Tesla);

        Assert.Equal(("xyz:TSLA", "xyz:TSLA", ProductClass.Perpetual, null), (tesla.TradingSymbol, tesla.Base.Symbol, tesla.Base.Class, tesla.Base.Underlying));
        Assert.Equal((3, 5, 0.001m), (tesla.Prices.MaxDecimals, tesla.Prices.SignificantFigures!.Value, tesla.Lots.Lot));
        Assert.Equal((10m, 20_000_000m, 10), (tesla.MinNotional.Value, tesla.MaxNotional!.Value.Value, tesla.MaxLeverage!.Value));
        Assert.Equal(
            MarketFlags.Tradable | MarketFlags.ReduceOnly | MarketFlags.PostOnly | MarketFlags.Triggers | MarketFlags.IsolatedMarginOnly, tesla.Flags);
        Assert.Equal("USDH Crypto", Market(world, Index).Quote.Id.Value);
        var products = world.Venue.MarketData.Universe.Products.Select(product => product.Id.Value).ToList();
        Assert.Contains("xyz:TSLA-USD HYPERLIQUID Perpetual", products);
        Assert.DoesNotContain("xyz:TSLA Crypto", products);
    });

    [Fact]
    public void Orders_and_cancels_name_it_by_the_place_of_its_dex_and_its_place_there() => World(Listed, world =>
    {
        world.Place(1, intent => intent with { Market = Market(world, Tesla), Price = new(400), Quantity = new(1.5m) });
        Assert.Equal(110_001, Action(world).GetProperty("orders")[0].GetProperty("a").GetInt32());
        world.Place(2, intent => intent with { Market = Market(world, Index), Price = new(600), Quantity = new(1) });
        Assert.Equal(120_000, Action(world).GetProperty("orders")[0].GetProperty("a").GetInt32());

        Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(VenueWorld.Account, Live(world, 2, Index, "77"))));
        world.Run();
        Assert.Equal("""{"type":"cancel","cancels":[{"a":120000,"o":77}]}""", Action(world).GetRawText());
    });

    [Fact]
    public void An_order_there_that_the_feed_does_not_tell_the_end_of_shows_by_two_looks_at_that_dex() => World(Listed, world =>
    {
        world.Info.Answers["openOrders"] = question => question.TryGetProperty("dex", out _) ? """[{"oid":77}]""" : "[]";
        Look(Live(world, 2, Index, "77"));
        Look();
        Look(Live(world, 2, Index, "77"));
        Look(Live(world, 2, Index, "77"));
        Assert.Empty(world.Of<VenueEvent.StreamSilent>());

        world.Info.Answers["openOrders"] = _ => "[]";
        Look(Live(world, 2, Index, "77"));
        Assert.Contains("the end of order 77", Assert.Single(world.Of<VenueEvent.StreamSilent>()).Cause, StringComparison.Ordinal);

        void Look(params ImmutableArray<LiveOrder> orders)
        {
            world.Reconcile(1, fillsSince: null, orders);
            world.Pass(TimeSpan.FromSeconds(10));
        }
    });

    [Fact]
    public void Its_order_updates_and_fills_come_by_the_stream_of_the_account() => World(Listed, world =>
    {
        world.Place(1, intent => intent with { Market = Market(world, Tesla), Price = new(400), Quantity = new(1.5m) });
        world.PushUpdate($$"""{"coin":"xyz:TSLA","side":"B","limitPx":"400.0","sz":"1.5","oid":5,"timestamp":1,"origSz":"1.5","cloid":"{{VenueWorld.CloidOf(1)}}"}""", "open");
        world.PushFill("""{"coin":"xyz:TSLA","px":"399.9","sz":"1.5","side":"B","time":1767323045000,"oid":5,"tid":9,"crossed":false,"fee":"0.01","feeToken":"USDC"}""");

        Assert.Equal("5", Assert.Single(world.Of<VenueEvent.OrderAcknowledged>()).ExchangeOrderId);
        var filled = Assert.Single(world.Of<VenueEvent.OrderFilled>());
        Assert.Equal((new OrderId(1), Tesla, null), (filled.Order!.Value, filled.Fill.Market!.Value.Value, filled.Fill.Raw));
    });

    [Fact]
    public void The_fence_asks_each_dex_concerned_for_its_open_orders_and_no_other() => World(Listed, world =>
    {
        world.Info.Answers["openOrders"] = request => DexIn(request) == "xyz"
            ? $$"""[{"coin":"xyz:TSLA","side":"B","limitPx":"1.0","sz":"1.0","oid":11,"timestamp":1,"origSz":"1.0","cloid":"{{VenueWorld.CloidOf(1)}}"}]"""
            : "[]";

        world.Reconcile(epoch: 1, fillsSince: null, Live(world, 1, Tesla), world.Live(2));

        Assert.Equal((new OrderId(1), "11"), Assert.Single(world.Of<VenueEvent.OrderAcknowledged>().Select(known => (known.Order, known.ExchangeOrderId))));
        Assert.Equal(new OrderId(2), Assert.Single(world.Of<VenueEvent.OrderNotFound>()).Order);
        Assert.Equal(["", "xyz"], world.Info.Of("openOrders").Select(DexIn).Order());
        Assert.Single(world.Of<VenueEvent.AccountReconciled>());
    });

    [Fact]
    public void An_id_keeps_its_meaning_when_dexes_and_markets_come_go_and_shift() => World(Listed, world =>
    {
        List(
            world,
            new("new", 0, """{"name":"new:A","szDecimals":2,"maxLeverage":3}"""),
            Listed[1],
            new("xyz", 0, """{"name":"xyz:ADDED","szDecimals":4,"maxLeverage":25}""", """{"name":"xyz:XYZ100","szDecimals":4,"maxLeverage":25,"isDelisted":true}""", """{"name":"xyz:TSLA","szDecimals":3,"maxLeverage":10}"""));
        world.Pass(world.Options.MarketRefresh + world.Options.MarkRefresh);

        world.Place(1, intent => intent with { Market = Market(world, Tesla), Price = new(400), Quantity = new(1.5m) });
        Assert.Equal(130_002, Action(world).GetProperty("orders")[0].GetProperty("a").GetInt32());
        Assert.True(world.Venue.MarketData.Universe.Markets.Single(market => market.TradingSymbol == "xyz:XYZ100").IsDelisted);
        Assert.Contains(world.Venue.MarketData.Universe.Markets, market => market.TradingSymbol == "new:A");

        List(world, Listed[1]);
        world.Pass(world.Options.MarketRefresh + world.Options.MarkRefresh);
        Assert.Equal(["km:US500"], world.Venue.MarketData.Universe.Markets.Select(market => market.TradingSymbol).Where(symbol => symbol.Contains(':')));
    });

    [Fact]
    public void A_dex_that_is_gone_still_counts_for_the_numbers_of_those_after_it() => World(Listed, world =>
    {
        world.Info.Answers["perpDexs"] = _ => """[null,null,{"name":"km"}]""";
        world.Pass(world.Options.MarketRefresh + world.Options.MarkRefresh);

        world.Place(1, intent => intent with { Market = Market(world, Index), Price = new(600), Quantity = new(1) });
        Assert.Equal(120_000, Action(world).GetProperty("orders")[0].GetProperty("a").GetInt32());
        Assert.DoesNotContain(world.Venue.MarketData.Universe.Markets, market => market.TradingSymbol == "xyz:TSLA");
    });

    [Theory]
    [InlineData("""{"universe":[{"name":"km:US500","szDecimals":3}],"collateralToken":0}""", "does not begin with its name")]
    [InlineData("""{"universe":[{"name":"TSLA","szDecimals":3}],"collateralToken":0}""", "does not begin with its name")]
    [InlineData("""{"universe":[{"name":"xyz:TSLA","szDecimals":3}],"collateralToken":999}""", "is not in spotMeta")]
    [InlineData("""{"universe":[{"name":"xyz:TSLA"}],"collateralToken":0}""", null)]
    public void A_dex_that_makes_no_sense_is_left_out_and_the_rest_is_traded(string meta, string? problem) => World(Listed, world =>
    {
        world.Info.Answers["allPerpMetas"] = _ => $"[{Own},{meta},{Listed[1].Meta}]";
        world.Pass(world.Options.MarketRefresh * 2 + world.Options.MarkRefresh);

        Assert.Equal(["km:US500"], world.Venue.MarketData.Universe.Markets.Select(market => market.TradingSymbol).Where(symbol => symbol.Contains(':')));
        var warnings = world.Log.Lines.Where(line => line.StartsWith("3303", StringComparison.Ordinal)).ToList();
        Assert.Equal(problem is null ? 0 : 1, warnings.Count);
        Assert.All(warnings, line => Assert.Contains(problem!, line, StringComparison.Ordinal));
    });

    [Fact]
    public void A_list_that_changes_while_it_is_read_is_read_again_later() => World(Listed, world =>
    {
        world.Info.Answers["perpDexs"] = _ => """[null,{"name":"xyz"}]""";
        world.Pass(world.Options.MarketRefresh + world.Options.MarkRefresh);

        Assert.Equal(Tesla, Market(world, Tesla).Id.Value);
        Assert.Equal(Index, Market(world, Index).Id.Value);
        Assert.Contains(world.Log.Lines, line => line.Contains("lists 2 dexes and 3 metas", StringComparison.Ordinal));
    });

    [Fact]
    public void Marks_of_all_dexes_are_young_and_few_questions_are_asked_for_them() => World(Listed, world =>
    {
        world.Pass(TimeSpan.FromSeconds(5));
        for (var minute = 0; minute < 5; minute++)
        {
            var asked = world.Info.Requests.Count;
            for (var second = 0; second < 60; second += 10)
            {
                world.Pass(TimeSpan.FromSeconds(10));
                foreach (var (product, price) in new[] { ("xyz:TSLA-USD HYPERLIQUID Perpetual", 401m), ("km:US500-USD HYPERLIQUID Perpetual", 600m) })
                {
                    var mark = world.Venue.MarketData.MarkOf(new(product))!;
                    Assert.Equal(price, mark.Price.Value);
                    Assert.True(world.Clock.GetUtcNow() - mark.Time < TimeSpan.FromSeconds(25), $"{product} is marked at {mark.Time}");
                }
            }

            Assert.InRange((world.Info.Requests.Count - asked) * 20, 0, 600);
        }
    });

    [Fact]
    public void A_position_on_such_a_dex_is_shown_with_its_market() => World(Listed, world =>
    {
        world.Info.Answers["spotMeta"] = _ => Spot;
        world.Info.Answers["allMids"] = _ => "{}";
        world.Info.Answers["userAbstraction"] = _ => "\"default\"";
        world.Info.Answers["spotClearinghouseState"] = _ => """{"balances":[]}""";
        world.Info.Answers["clearinghouseState"] = request => DexIn(request) == "xyz"
            ? """{"marginSummary":{"accountValue":"100.0","totalNtlPos":"401.0","totalRawUsd":"-301.0","totalMarginUsed":"40.1"},"withdrawable":"59.9","assetPositions":[{"type":"oneWay","position":{"coin":"xyz:TSLA","szi":"1.0","leverage":{"type":"isolated","value":10,"rawUsd":"-360.0"},"entryPx":"400.0","positionValue":"401.0","unrealizedPnl":"1.0","liquidationPx":null,"marginUsed":"40.1","maxLeverage":10}}],"time":1767323045000}"""
            : """{"marginSummary":{"accountValue":"0.0","totalNtlPos":"0.0","totalRawUsd":"0.0","totalMarginUsed":"0.0"},"withdrawable":"0.0","assetPositions":[],"time":1767323045000}""";

        var asking = world.Venue.Queries!.SummariseAsync(VenueWorld.Account, TestContext.Current.CancellationToken);
        world.Run();

        var summary = Assert.IsType<QueryReply<AccountSummary>.Answered>(asking.Result).Value!;
        Assert.Equal(Tesla, Assert.Single(summary.Positions).Market!.Value.Value);
        Assert.Equal(["", "xyz", "km"], summary.Pools.Select(pool => pool.Dex));
        Assert.Equal((100m, 40.1m, 59.9m), (summary.Equity, summary.MarginUsed, summary.Available));
    });

    private static string Own => TestData.Recorded("metaAndAssetCtxs.mini")[0].GetRawText();

    private static string Spot { get; } = $$"""
        {"tokens":[{"name":"USDC","szDecimals":8,"index":0,"tokenId":"0x0"},{"name":"PURR","szDecimals":0,"index":1,"tokenId":"0x1"},{"name":"USDH","szDecimals":2,"index":360,"tokenId":"0x168"}],
         "universe":[{"tokens":[1,0],"name":"PURR/USDC","index":0}]}
        """;

    private static void World(Dex[] dexes, Action<VenueWorld> test) => VenueWorld.Stopped(world =>
    {
        var recorded = world.Info.Answers["metaAndAssetCtxs"];
        world.Info.Answers["spotMetaAndAssetCtxs"] = _ => $"[{Spot},[]]";
        world.Info.Answers["metaAndAssetCtxs"] = request => DexIn(request) switch
        {
            "xyz" => $$"""[{{dexes[0].Meta}},[{"markPx":"20000","midPx":"20001"},{"markPx":"401","midPx":"402"}]]""",
            "km" => $$"""[{{dexes[1].Meta}},[{"markPx":"600","midPx":null}]]""",
            _ => recorded(request),
        };
        List(world, dexes);
        world.Start();
        test(world);
        Assert.False(world.Running.IsFaulted, world.Running.Exception?.ToString());
    });

    private static void List(VenueWorld world, params Dex[] dexes)
    {
        world.Info.Answers["perpDexs"] = _ => $"[null,{string.Join(',', dexes.Select(dex => $"{{\"name\":\"{dex.Name}\"}}"))}]";
        world.Info.Answers["allPerpMetas"] = _ => $"[{Own},{string.Join(',', dexes.Select(dex => dex.Meta))}]";
    }

    private static Market Market(VenueWorld world, string id) => world.Venue.MarketData.Universe.Markets.Single(market => market.Id.Value == id);

    private static LiveOrder Live(VenueWorld world, long number, string market, string? exchangeOrderId = null) =>
        new(new OrderId(number), new MarketId(market), exchangeOrderId, world.Clock.GetUtcNow());

    private static JsonElement Action(VenueWorld world) => world.Orders.Posts[^1].GetProperty("request").GetProperty("payload").GetProperty("action");

    private static string DexIn(JsonElement request) => request.TryGetProperty("dex", out var dex) ? dex.GetString()! : "";

    private sealed record Dex(string Name, int Collateral, params string[] Universe)
    {
        public string Meta => $$"""{"universe":[{{string.Join(',', Universe)}}],"marginTables":[],"collateralToken":{{Collateral}}}""";
    }
}
