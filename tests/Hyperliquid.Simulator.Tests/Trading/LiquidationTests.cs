using System.Globalization;
using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Trading;

/// <summary>Whoever cannot carry a position any more loses it to the book.</summary>
public sealed class LiquidationTests
{
    private const int Btc = 0;
    private const int Eth = 1;
    private readonly TestVenue venue = new();
    private readonly Trader maker;
    private readonly Trader trader;

    public LiquidationTests()
    {
        maker = venue.Trader(1);
        trader = venue.Trader(2, usdc: 5_000);
    }

    [Theory]
    [InlineData(true, 80_000)]
    [InlineData(false, 120_000)]
    public void A_position_is_closed_on_the_book_once_the_mark_has_passed_its_liquidation_price(bool buy, decimal px)
    {
        Enter(Btc, buy, 100_000, 0.4m);
        maker.Resting(Btc, buy, px, 1);
        var liquidationPx = decimal.Parse((string)Position()!["liquidationPx"]!, CultureInfo.InvariantCulture);
        var (before, after) = buy ? (decimal.Ceiling(liquidationPx), decimal.Floor(liquidationPx)) : (decimal.Floor(liquidationPx), decimal.Ceiling(liquidationPx));

        Mark("BTC", before);
        Assert.NotNull(Position());
        Mark("BTC", after);
        Assert.Null(Position());

        foreach (var side in new[] { trader, maker })
        {
            Assert.Equal(
                $$"""{"liquidatedUser":"{{trader.Address}}","markPx":"{{after}}.0","method":"market"}""", Fills(side)[0]!["liquidation"]!.ToJsonString());
        }

        Assert.Null(Fills(trader)[1]!["liquidation"]);
    }

    [Fact]
    public void Open_orders_end_with_it_and_their_owner_is_told_by_every_feed()
    {
        Enter(Btc, buy: true, 100_000, 0.4m);
        maker.Resting(Btc, buy: true, 80_000, 1);
        var resting = trader.Resting(Btc, buy: false, 110_000, 0.1m);
        var elsewhere = trader.Resting(Eth, buy: true, 2_900, 0.1m);
        var socket = venue.Connect();
        foreach (var feed in new[] { "orderUpdates", "userEvents", "userFills" })
            socket.Subscribe($$"""{"type":"{{feed}}","user":"{{trader.Address}}"}""");
        socket.Take();

        Mark("BTC", 87_000);

        var frames = socket.Take();
        var updates = frames.Single(frame => (string?)frame["channel"] == "orderUpdates")["data"]!.AsArray();
        Assert.Equal(
            [(resting, "liquidatedCanceled"), (null, "open"), (null, "filled")],
            updates.Select(update => ((long)update!["order"]!["oid"]! is var oid && oid == resting ? oid : (long?)null, (string)update["status"]!)));
        Assert.Equal(
            resting, (long)frames.Single(frame => Has(frame, "nonUserCancel"))["data"]!["nonUserCancel"]!.AsArray().Single()!["oid"]!);
        var fills = frames.Where(frame => Has(frame, "fills")).ToList();
        Assert.Equal(2, fills.Count);
        Assert.All(fills, frame => Assert.Equal("market", (string?)frame["data"]!["fills"]!.AsArray().Single()!["liquidation"]!["method"]));
        Assert.Contains(
            venue.Info($$"""{"type":"openOrders","user":"{{trader.Address}}"}""")!.AsArray(), order => (long)order!["oid"]! == elsewhere);
    }

    [Fact]
    public void Of_a_large_position_a_fifth_goes_first_and_the_rest_half_a_minute_later()
    {
        var large = venue.Trader(3, usdc: 25_000);
        maker.Resting(Btc, buy: false, 100_000, 2);
        large.Order(Btc, buy: true, 100_000, 2);
        maker.Resting(Btc, buy: true, 88_000, 5);

        Mark("BTC", 88_500);
        Assert.Equal("1.6", (string?)Position(large)!["szi"]);
        venue.Time.Advance(TimeSpan.FromSeconds(29));
        venue.Simulation.Beat();
        Assert.Equal("1.6", (string?)Position(large)!["szi"]);
        venue.Time.Advance(TimeSpan.FromSeconds(1));
        venue.Simulation.Beat();
        Assert.Null(Position(large));
    }

    [Fact]
    public void Where_nobody_buys_the_position_stays_until_somebody_does()
    {
        Enter(Btc, buy: true, 100_000, 0.4m);
        Mark("BTC", 87_000);
        venue.Simulation.Beat();
        Assert.NotNull(Position());
        Assert.DoesNotContain(
            venue.Info($$"""{"type":"historicalOrders","user":"{{trader.Address}}"}""")!.AsArray(), order => (string?)order!["order"]!["tif"] == "LiquidationMarket");

        maker.Resting(Btc, buy: true, 80_000, 1);
        venue.Simulation.Beat();
        Assert.Null(Position());
        Assert.Contains(
            venue.Info($$"""{"type":"historicalOrders","user":"{{trader.Address}}"}""")!.AsArray(), order => (string?)order!["order"]!["tif"] == "LiquidationMarket");
    }

    [Fact]
    public void An_isolated_position_falls_alone()
    {
        trader.Act("""{"type":"updateLeverage","asset":0,"isCross":false,"leverage":20}""");
        Enter(Btc, buy: true, 100_000, 0.2m);
        Enter(Eth, buy: true, 3_000, 1);
        maker.Resting(Btc, buy: true, 80_000, 1);
        maker.Resting(Eth, buy: true, 2_000, 1);
        var resting = trader.Resting(Eth, buy: false, 3_500, 0.1m);

        Mark("BTC", 95_000);

        Assert.Equal("ETH", (string?)Position()!["coin"]);
        Assert.Equal(resting, (long)venue.Info($$"""{"type":"openOrders","user":"{{trader.Address}}"}""")!.AsArray().Single()!["oid"]!);
    }

    [Fact]
    public void Nobody_may_ask_for_the_order_that_liquidates() => Assert.Equal(
        422, venue.Simulation.AnswerAction(Unsigned("LiquidationMarket")).Reply!.Status);

    private static string Unsigned(string tif) =>
        $$$"""{"action":{{{Trader.OrderAction(Btc, buy: true, 100_000, 0.1m, tif)}}},"nonce":1,"signature":{"r":"0x1","s":"0x1","v":27}}""";

    private static bool Has(JsonNode frame, string member) => frame["data"] is JsonObject data && data.ContainsKey(member);

    private void Enter(int asset, bool buy, decimal px, decimal sz)
    {
        maker.Resting(asset, !buy, px, sz);
        trader.Order(asset, buy, px, sz);
    }

    private void Mark(string coin, decimal px) => venue.Admin("POST", "/sim/price", new JsonObject { ["coin"] = coin, ["px"] = px });

    private JsonNode? Position(Trader? of = null) => venue.Info($$"""{"type":"clearinghouseState","user":"{{(of ?? trader).Address}}"}""")!["assetPositions"]!
        .AsArray().LastOrDefault()?["position"];

    private JsonArray Fills(Trader of) => venue.Info($$"""{"type":"userFills","user":"{{of.Address}}"}""")!.AsArray();
}
