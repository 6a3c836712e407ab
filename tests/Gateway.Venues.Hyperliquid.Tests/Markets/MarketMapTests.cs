using System.Text.Json;
using Gateway.Venues.Hyperliquid.Markets;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Tests.Markets;

public sealed class MarketMapTests
{
    private static readonly string[] NoPairs = [];

    [Fact]
    public void A_recorded_perpetual_is_read_in_full()
    {
        var map = Recorded();
        var asset = map.Find("BTC")!;

        Assert.Equal(0u, asset.Id);
        Assert.Equal("BTC-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT", asset.Market.Id.Value);
        Assert.Equal(("BTC", ProductClass.Perpetual, "BTC Crypto"), (asset.Market.Base.Symbol, asset.Market.Base.Class, asset.Market.Base.Underlying!.Value.Value));
        Assert.Equal((1, 5, 0.00001m), (asset.Market.Prices.MaxDecimals, asset.Market.Prices.SignificantFigures!.Value, asset.Market.Lots.Lot));
        Assert.Equal((10m, 300_000_000m, 50), (asset.Market.MinNotional.Value, asset.Market.MaxNotional!.Value.Value, asset.Market.MaxLeverage!.Value));
        Assert.Equal(1169046.29406m, asset.Market.DayVolume);
        Assert.Equal(MarketFlags.Tradable | MarketFlags.ReduceOnly | MarketFlags.PostOnly | MarketFlags.Triggers, asset.Market.Flags);
        Assert.True(map.Find("HPOS")!.Market.Flags.HasFlag(MarketFlags.IsolatedMarginOnly));
        Assert.Same(asset, map.Find(asset.Market.Id));
    }

    [Fact]
    public void A_recorded_spot_pair_is_named_by_its_tokens()
    {
        var asset = Recorded().Find("PURR/USDC")!;

        Assert.Equal(10_000u, asset.Id);
        Assert.Equal("PURR Crypto/USDC Crypto*HYPERLIQUID/DIRECT", asset.Market.Id.Value);
        Assert.Equal((8, 1m, 14350747.92152m), (asset.Market.Prices.MaxDecimals, asset.Market.Lots.Lot, asset.Market.DayVolume!.Value));
        Assert.Null(asset.Market.MaxNotional);
    }

    [Fact]
    public void A_pair_s_asset_goes_by_its_index_not_by_its_position()
    {
        var map = MarketMap.Empty.Next(Perpetuals(), Spot(
            ["USDC", "A", "B"],
            """{"tokens":[2,0],"name":"@107","index":107}""", """{"tokens":[1,0],"name":"@5","index":5}"""));

        Assert.Equal((10_107u, 10_005u), (map.Find("@107")!.Id, map.Find("@5")!.Id));
        Assert.Equal("B Crypto/USDC Crypto*HYPERLIQUID/DIRECT", map.Find("@107")!.Market.Id.Value);
    }

    [Fact]
    public void Tokens_of_one_name_are_told_apart_by_index_and_the_first_listed_keeps_the_name()
    {
        var map = MarketMap.Empty.Next(Perpetuals(), Spot(
            ["USDC", "CAT", "CAT"], """{"tokens":[2,0],"name":"@2","index":2}""", """{"tokens":[1,0],"name":"@1","index":1}"""));

        Assert.Equal("CAT Crypto", map.Find("@1")!.Market.Base.Id.Value);
        Assert.Equal("CAT:2 Crypto", map.Find("@2")!.Market.Base.Id.Value);
    }

    [Fact]
    public void A_token_keeps_its_name_when_the_venue_renumbers()
    {
        var before = MarketMap.Empty.Next(Perpetuals(), Spot(
            ["USDC", "CAT", "CAT"], """{"tokens":[1,0],"name":"@1","index":1}""", """{"tokens":[2,0],"name":"@2","index":2}"""));
        var swapped = Contexts("""
            {"tokens":[{"name":"USDC","szDecimals":8,"index":0,"tokenId":"0x0"},{"name":"CAT","szDecimals":2,"index":1,"tokenId":"0x2"},{"name":"CAT","szDecimals":2,"index":2,"tokenId":"0x1"}],
             "universe":[{"tokens":[1,0],"name":"@1","index":1},{"tokens":[2,0],"name":"@2","index":2}]}
            """);

        var after = before.Next(Perpetuals(), swapped);

        Assert.Equal(before.Find("@2")!.Market.Id, after.Find("@1")!.Market.Id);
        Assert.Equal(before.Find("@1")!.Market.Id, after.Find("@2")!.Market.Id);
    }

    [Fact]
    public void An_id_keeps_its_meaning_when_the_venue_lists_delists_renames_and_renumbers()
    {
        const string Btc = """{"name":"BTC","szDecimals":5,"maxLeverage":40}""";
        const string Eth = """{"name":"ETH","szDecimals":4,"maxLeverage":25""";
        var before = MarketMap.Empty.Next(Perpetuals(Btc, Eth + "}"), Spot(
            ["USDC", "PURR", "HYPE"], """{"tokens":[1,0],"name":"PURR/USDC","index":0}""", """{"tokens":[2,0],"name":"@107","index":107}"""));
        var shifted = Contexts("""
            {"tokens":[{"name":"USDC","szDecimals":8,"index":0,"tokenId":"0x0"},{"name":"NEW","szDecimals":2,"index":1,"tokenId":"0x3"},{"name":"KITTY","szDecimals":2,"index":2,"tokenId":"0x1"},{"name":"HYPE","szDecimals":2,"index":3,"tokenId":"0x2"}],
             "universe":[{"tokens":[1,0],"name":"@0","index":0},{"tokens":[3,0],"name":"@108","index":108},{"tokens":[2,0],"name":"@109","index":109}]}
            """);

        var after = before.Next(Perpetuals("""{"name":"SOL","szDecimals":2,"maxLeverage":20}""", Btc, Eth + ",\"isDelisted\":true}"), shifted);

        // The names of before, and where the same things stand now.
        (string Coin, string Now, uint Asset)[] same = [("BTC", "BTC", 1), ("ETH", "ETH", 2), ("PURR/USDC", "@109", 10_109), ("@107", "@108", 10_108)];
        Assert.All(same, moved =>
        {
            var asset = after.Find(before.Find(moved.Coin)!.Market.Id)!;
            Assert.Equal((moved.Now, moved.Asset), (asset.Coin, asset.Id));
        });
        Assert.Equal(
            ["NEW Crypto", "SOL-USD HYPERLIQUID Perpetual"],
            after.Universe.Markets.Select(market => market.Id).Except(before.Universe.Markets.Select(market => market.Id))
                .Select(id => after.Find(id)!.Market.Base.Id.Value).Order(StringComparer.Ordinal));
        Assert.True(after.Find("ETH")!.Market.IsDelisted);
    }

    [Fact]
    public void A_delisted_perpetual_keeps_its_place_and_takes_no_orders()
    {
        var map = MarketMap.Empty.Next(
            Perpetuals("""{"name":"OLD","szDecimals":1,"maxLeverage":3,"isDelisted":true}""", """{"name":"NEW","szDecimals":1,"maxLeverage":20}"""), Spot(["USDC"]));

        Assert.True(map.Find("OLD")!.Market.IsDelisted);
        Assert.False(map.Find("OLD")!.Market.Flags.HasFlag(MarketFlags.Tradable));
        Assert.Equal(1u, map.Find("NEW")!.Id);
    }

    [Theory]
    [InlineData(50, 300_000_000)]
    [InlineData(25, 300_000_000)]
    [InlineData(20, 50_000_000)]
    [InlineData(10, 20_000_000)]
    [InlineData(3, 5_000_000)]
    public void The_highest_order_value_goes_by_leverage(int leverage, int most) =>
        Assert.Equal(most, OrderValueCap.Of(leverage)!.Value.Value);

    [Fact]
    public void A_thousand_units_are_about_the_same_thing()
    {
        var map = MarketMap.Empty.Next(
            Perpetuals("""{"name":"kPEPE","szDecimals":0,"maxLeverage":10}""", """{"name":"kava","szDecimals":0,"maxLeverage":10}"""), Spot(["USDC"]));

        Assert.Equal("PEPE Crypto", map.Find("kPEPE")!.Market.Base.Underlying!.Value.Value);
        Assert.Equal("kava Crypto", map.Find("kava")!.Market.Base.Underlying!.Value.Value);
        Assert.Equal("kPEPE-USD HYPERLIQUID Perpetual", map.Find("kPEPE")!.Market.Base.Id.Value);
    }

    [Fact]
    public void The_old_recording_without_optional_members_is_read()
    {
        var meta = Meta.Read(TestData.Recorded("meta.2023"));
        var map = MarketMap.Empty.Next([Own(new(meta, []))], SpotContexts.Read(TestData.Recorded("spotMetaAndAssetCtxs.mini")));

        Assert.Equal(meta.Universe.Length + 1, map.Universe.Markets.Length);
        Assert.All(meta.Universe.Select((perpetual, position) => (perpetual.Name, position)), entry => Assert.Equal((uint)entry.position, map.Find(entry.Name)!.Id));
    }

    [Fact]
    public void Every_product_of_every_market_is_listed_once()
    {
        var universe = Recorded().Universe;
        var ids = universe.Products.Select(product => product.Id).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(universe.Markets, market =>
        {
            Assert.Contains(market.Base.Id, ids);
            Assert.Contains(market.Quote.Id, ids);
            Assert.True(market.Base.Underlying is not { } underlying || ids.Contains(underlying));
        });
    }

    [Fact]
    public void Collateral_that_spot_does_not_know_is_unreadable() => Assert.Throws<UnreadableMessageException>(() =>
        MarketMap.Empty.Next([Own(new(Meta.Read(TestData.Json("""{"universe":[],"collateralToken":9}""")), []))], Spot(["USDC"], NoPairs)));

    [Theory]
    [InlineData("""{"universe":[{"name":"X"}]}""")]
    [InlineData("""{"universe":[{"name":"X","szDecimals":99}]}""")]
    [InlineData("""{"universe":[{"name":"X","szDecimals":-1}]}""")]
    [InlineData("""{"universe":[{"szDecimals":1}]}""")]
    [InlineData("""{"universe":[{"name":"X","szDecimals":1,"maxLeverage":99999999999}]}""")]
    public void A_market_without_sensible_rules_is_unreadable(string meta) =>
        Assert.Throws<UnreadableMessageException>(() => Meta.Read(TestData.Json(meta)));

    private static MarketMap Recorded() => MarketMap.Empty.Next(
        [Own(PerpetualContexts.Read(TestData.Recorded("metaAndAssetCtxs.mini")))], SpotContexts.Read(TestData.Recorded("spotMetaAndAssetCtxs.mini")));

    private static DexReading[] Perpetuals(params string[] universe) => [Dex(0, "", universe)];

    private static DexReading Dex(int index, string name, params string[] universe) =>
        new(index, name, new(Meta.Read(TestData.Json($$"""{"universe":[{{string.Join(',', universe)}}]}""")), []), DateTimeOffset.UnixEpoch);

    private static DexReading Own(PerpetualContexts contexts) => new(Index: 0, Name: "", contexts, DateTimeOffset.UnixEpoch);

    private static SpotContexts Spot(string[] tokens, params string[] pairs) => Contexts($$"""
        {"tokens":[{{string.Join(',', tokens.Select((name, index) => $"{{\"name\":{JsonSerializer.Serialize(name)},\"szDecimals\":2,\"index\":{index},\"tokenId\":\"0x{index}\"}}"))}}],
         "universe":[{{string.Join(',', pairs)}}]}
        """);

    private static SpotContexts Contexts(string spotMeta) => SpotContexts.Read(TestData.Json($"[{spotMeta},[]]"));
}
