using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Tests.Admin;

/// <summary>What is listed changes while the venue is open, also in ways that the venue promises never to change it.</summary>
public sealed class ListingTests
{
    private readonly TestVenue venue = new();
    private readonly Trader trader;

    public ListingTests() => trader = venue.Trader(1);

    [Fact]
    public void A_new_perpetual_comes_last_and_trades()
    {
        var asset = (int)Admin("/sim/markets", """{"coin":"NEW","px":5,"szDecimals":1}""")["asset"]!;
        Assert.Equal(29, asset);
        Assert.Equal("NEW", (string?)Perps("").Last()!["name"]);
        Assert.NotNull(trader.Order(asset, buy: true, 5, 10)["resting"]);
        Assert.Equal("5.0", (string?)venue.Info("""{"type":"allMids"}""")!["NEW"]);
    }

    [Fact]
    public void A_new_dex_has_ids_of_its_own()
    {
        Assert.Equal(140_000, (int)Admin("/sim/dexs", """{"name":"abc","collateral":"USDT0"}""")["firstAsset"]!);
        Assert.Equal(140_000, (int)Admin("/sim/markets", """{"coin":"abc:GOLD","px":4000}""")["asset"]!);
        Assert.Equal(268, (int)venue.Info("""{"type":"meta","dex":"abc"}""")!["collateralToken"]!);
        Assert.Equal("abc:GOLD", (string?)Perps("abc").Single()!["name"]);
    }

    [Fact]
    public void A_new_token_and_pair_trade()
    {
        Admin("/sim/tokens", """{"name":"CAT","szDecimals":1}""");
        var pair = Admin("/sim/markets", """{"base":"CAT","quote":"USDC","px":2}""");
        Assert.Equal(("@231", 10_231), ((string?)pair["coin"], (int)pair["asset"]!));
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse($$"""{"address":"{{trader.Address}}","spot":{"CAT":10} }"""));
        Assert.NotNull(trader.Order(10_231, buy: false, 2, 10)["resting"]);
    }

    [Fact]
    public void A_delisted_market_ends_its_orders_and_takes_no_more()
    {
        var oid = trader.Resting(0, buy: true, 90_000, 0.1m);
        var other = trader.Resting(1, buy: true, 2_900, 1);
        var socket = venue.Connect();
        socket.Subscribe($$"""{"type":"orderUpdates","user":"{{trader.Address}}"}""");
        socket.Take();
        Admin("/sim/delistings", """{"coin":"BTC"}""");
        Assert.Equal("delistedCanceled", (string?)socket.Take().Single()["data"]![0]!["status"]);
        Assert.Equal(("delistedCanceled", "open"), (Status(oid), Status(other)));
        Assert.True((bool)Perps("")[0]!["isDelisted"]!);
        Assert.NotNull(trader.Order(0, buy: true, 90_000, 0.1m)["error"]);
    }

    [Fact]
    public void A_renamed_token_takes_its_canonical_pair_along()
    {
        Admin("/sim/tokens", """{"token":"PURR","name":"MEOW"}""");
        Assert.Equal("MEOW/USDC", (string?)venue.Info("""{"type":"spotMeta"}""")!["universe"]![0]!["name"]);
        Assert.NotNull(venue.Info("""{"type":"l2Book","coin":"MEOW/USDC"}"""));
        Assert.Null(venue.Info("""{"type":"l2Book","coin":"PURR/USDC"}"""));
    }

    [Fact]
    public void Shifted_ids_leave_orders_and_positions_with_their_coin()
    {
        var maker = venue.Trader(2);
        maker.Resting(0, buy: false, 100_000, 1);
        trader.Order(0, buy: true, 100_000, 0.1m);
        var oid = trader.Resting(0, buy: true, 90_000, 0.1m);
        Admin("/sim/markets", """{"coin":"FIRST","px":1,"at":0}""");
        Assert.Equal(["FIRST", "BTC"], Perps("").Take(2).Select(perp => (string?)perp!["name"]));
        Assert.NotNull(trader.Cancel(0, oid)["error"]);
        Assert.Equal("success", (string?)trader.Cancel(1, oid));
        Assert.NotNull(trader.Order(1, buy: false, 99_000, 0.1m, reduceOnly: true)["resting"]);

        Admin("/sim/markets", """{"base":"UBTC","quote":"USDC","px":3,"at":107}""");
        Assert.Equal(("@108", "HYPE"), venue.Exchange.Universe.Find(10_108) is SpotPair pair ? (pair.Coin, pair.Base.Name) : default);
    }

    private JsonNode Admin(string path, string body) => venue.Admin("POST", path, JsonNode.Parse(body));

    private JsonArray Perps(string dex) => venue.Info($$"""{"type":"meta","dex":"{{dex}}"}""")!["universe"]!.AsArray();

    private string? Status(long oid) =>
        (string?)venue.Info($$"""{"type":"orderStatus","user":"{{trader.Address}}","oid":{{oid}}}""")!["order"]!["status"];
}
