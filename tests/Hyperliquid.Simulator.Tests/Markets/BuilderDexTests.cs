using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Markets;

public sealed class BuilderDexTests
{
    private const int Btc = 0;
    private const int Silver = 110_002;
    private const int Us500 = 120_000;
    private readonly TestVenue venue = new();

    [Fact]
    public void Lists_dexs_by_the_position_that_gives_their_ids()
    {
        var dexs = venue.Info("""{"type":"perpDexs"}""")!.AsArray();
        Assert.Null(dexs[0]);
        Assert.Equal(["xyz", "km", "hyna"], dexs.Skip(1).Select(dex => (string?)dex!["name"]));
        var metas = venue.Info("""{"type":"allPerpMetas"}""")!.AsArray();
        Assert.Equal([0, 0, 360, 235], metas.Select(meta => (int)meta!["collateralToken"]!));
        Assert.Equal(metas[1]!.ToJsonString(), venue.Info("""{"type":"meta","dex":"xyz"}""")!.ToJsonString());
        Assert.Equal("xyz:SILVER", (string?)metas[1]!["universe"]![2]!["name"]);
        Assert.Equal("""{"szDecimals":3,"name":"km:US500","maxLeverage":20,"marginTableId":20,"growthMode":"enabled"}""", metas[2]!["universe"]![0]!.ToJsonString());
        Assert.Null(venue.Info("""{"type":"meta","dex":"nobody"}"""));
    }

    [Fact]
    public void Tells_prices_and_caps_of_one_dex_only()
    {
        Assert.Equal("""{"hyna:BTC":"100000.0"}""", venue.Info("""{"type":"allMids","dex":"hyna"}""")!.ToJsonString());
        Assert.Null(venue.Info("""{"type":"allMids"}""")!["hyna:BTC"]);
        var contexts = venue.Info("""{"type":"metaAndAssetCtxs","dex":"xyz"}""")!;
        Assert.Equal(contexts[0]!["universe"]!.AsArray().Count, contexts[1]!.AsArray().Count);
        Assert.Equal("xyz:XYZ100", (string?)venue.Info("""{"type":"perpDexLimits","dex":"xyz"}""")!["coinToOiCap"]![0]![0]);
        Assert.Null(venue.Info("""{"type":"perpDexLimits","dex":""}"""));
    }

    [Fact]
    public void Margins_each_dex_by_its_own_money()
    {
        var trader = venue.Trader(1);
        Assert.Equal($"Insufficient margin to place order. asset={Silver}", (string?)trader.Order(Silver, buy: true, 50, 10)["error"]);
        Fund(trader, """{"dexs":{"xyz":1000,"km":500}}""");
        Assert.NotNull(trader.Order(Silver, buy: true, 50, 10)["resting"]);
        Assert.NotNull(trader.Order(Us500, buy: true, 6_800, 0.1m)["resting"]);
        Assert.NotNull(trader.Order(Btc, buy: true, 90_000, 0.1m)["resting"]);
        Assert.Equal("Insufficient margin to place order. asset=120000", (string?)trader.Order(Us500, buy: true, 6_800, 10)["error"]);

        Assert.Equal(["xyz:SILVER"], Open(trader, "xyz"));
        Assert.Equal(["km:US500"], Open(trader, "km"));
        Assert.Equal(["BTC"], Open(trader, ""));
        Assert.Equal(["1000.0", "500.0", "1000000.0"], new[] { "xyz", "km", "" }.Select(dex => (string?)State(trader, dex)["marginSummary"]!["accountValue"]));
    }

    [Theory]
    [InlineData(Silver, "50", "USDC", "0.45")] // twice the venue's fee
    [InlineData(Us500, "6800", "USDH", "6.12")] // a tenth of that, in growth mode
    public void Takes_fees_in_the_collateral_by_the_scale_of_the_dex(int asset, string px, string token, string fee)
    {
        var (maker, taker) = (venue.Trader(1), venue.Trader(2));
        foreach (var trader in new[] { maker, taker })
            Fund(trader, """{"dexs":{"xyz":100000,"km":100000}}""");
        var price = decimal.Parse(px);
        maker.Resting(asset, buy: false, price, 10);
        Assert.NotNull(taker.Order(asset, buy: true, price, 10)["filled"]);

        var fill = venue.Info($$"""{"type":"userFills","user":"{{taker.Address}}"}""")![0]!;
        Assert.Equal((token, fee), ((string?)fill["feeToken"], (string?)fill["fee"]));
        var dex = ((string)fill["coin"]!).Split(':')[0];
        Assert.Equal("10.0", (string?)State(taker, dex)["assetPositions"]![0]!["position"]!["szi"]);
        Assert.Empty(State(taker, "")["assetPositions"]!.AsArray());
    }

    [Fact]
    public void Feeds_tell_of_builders_coins_and_dexs()
    {
        var trader = venue.Trader(1);
        Fund(trader, """{"dexs":{"xyz":1000}}""");
        var socket = venue.Connect();
        socket.Subscribe("""{"type":"bbo","coin":"xyz:SILVER"}""");
        socket.Subscribe("""{"type":"allMids","dex":"xyz"}""");
        socket.Subscribe($$"""{"type":"orderUpdates","user":"{{trader.Address}}"}""");
        socket.Take();
        trader.Resting(Silver, buy: true, 49, 1);
        var frames = socket.Take();
        Assert.Equal(["orderUpdates", "bbo"], frames.Select(frame => (string?)frame["channel"]));
        Assert.Equal("xyz:SILVER", (string?)frames[0]["data"]![0]!["order"]!["coin"]);
        Assert.Equal("xyz:SILVER", (string?)frames[1]["data"]!["coin"]);
        venue.Time.Advance(TimeSpan.FromSeconds(5));
        venue.Simulation.Beat();
        venue.Time.Advance(TimeSpan.FromSeconds(5));
        venue.Simulation.Beat();
        var mids = socket.Take().Last(frame => (string?)frame["channel"] == "allMids");
        Assert.Equal("xyz", (string?)mids["data"]!["dex"]);
        Assert.DoesNotContain("BTC", mids.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_margin_from_the_venues_own_dex_or_from_spot_when_so_chosen()
    {
        var trader = venue.Trader(1, usdc: 1_000);
        Fund(trader, """{"spot":{"USDH":1000}}""");
        Assert.NotNull(trader.Order(Silver, buy: true, 50, 100)["error"]);
        Assert.Equal("ok", (string?)trader.Act("""{"type":"agentEnableDexAbstraction"}""")["status"]);
        Assert.True((bool)venue.Info($$"""{"type":"userDexAbstraction","user":"{{trader.Address}}"}""")!);
        Assert.NotNull(trader.Order(Silver, buy: true, 50, 100)["resting"]);
        Assert.NotNull(trader.Order(Us500, buy: true, 6_800, 1)["resting"]);
        Assert.Equal(["250.0", "340.0", "750.0"], new[] { "xyz", "km", "" }.Select(dex => (string?)State(trader, dex)["marginSummary"]!["accountValue"]));
        Assert.NotNull(trader.Order(Silver, buy: true, 50, 1_000)["error"]);
    }

    [Fact]
    public void Moves_collateral_between_dexs_spot_and_accounts()
    {
        var (trader, other) = (venue.Trader(1, usdc: 1_000), venue.Trader(2, usdc: 1));
        Assert.Equal("ok", Send(trader, "", "xyz", "USDC", 400));
        Assert.Equal("ok", Send(trader, "xyz", "spot", "USDC:0x6d1e7cde53ba9467b783cb7c530ce054", 150));
        Assert.Equal("ok", Send(trader, "spot", "", "USDC", 50, other.Address));
        Assert.Equal("Insufficient balance for token transfer", Send(trader, "", "xyz", "USDC", 601));
        Assert.Equal("Invalid send", Send(trader, "spot", "km", "USDC", 1));
        Assert.Equal(["250.0", "600.0"], new[] { "xyz", "" }.Select(dex => (string?)State(trader, dex)["withdrawable"]));
        Assert.Equal("51.0", (string?)State(other, "")["withdrawable"]);
        var spot = venue.Info($$"""{"type":"spotClearinghouseState","user":"{{trader.Address}}"}""")!;
        Assert.Equal("100.0", (string?)spot["balances"]![0]!["total"]);
    }

    private static string Send(Trader trader, string from, string to, string token, decimal amount, string? destination = null)
    {
        var nonce = trader.NextNonce();
        var reply = trader.Act(
            $$"""{"type":"sendAsset","signatureChainId":"0x66eee","hyperliquidChain":"Mainnet","destination":"{{destination ?? trader.Address}}","sourceDex":"{{from}}","destinationDex":"{{to}}","token":"{{token}}","amount":"{{amount}}","fromSubAccount":"","nonce":{{nonce}}}""",
            nonce);
        return (string?)reply["status"] == "ok" ? "ok" : (string)reply["response"]!;
    }

    private void Fund(Trader trader, string body)
    {
        var request = JsonNode.Parse(body)!;
        request["address"] = trader.Address;
        venue.Admin("POST", "/sim/accounts", request);
    }

    private IEnumerable<string?> Open(Trader trader, string dex) =>
        venue.Info($$"""{"type":"openOrders","user":"{{trader.Address}}","dex":"{{dex}}"}""")!.AsArray().Select(order => (string?)order!["coin"]);

    private JsonNode State(Trader trader, string dex) =>
        venue.Info($$"""{"type":"clearinghouseState","user":"{{trader.Address}}","dex":"{{dex}}"}""")!;
}
