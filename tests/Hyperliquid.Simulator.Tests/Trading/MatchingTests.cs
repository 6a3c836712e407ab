using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Trading;

public sealed class MatchingTests
{
    private const int Btc = 0;
    private const int Dydx = 4;
    private readonly TestVenue venue = new();

    [Fact]
    public void Fills_at_the_resting_price()
    {
        var (maker, taker) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(Btc, buy: false, 100_000, 0.5m);
        var filled = taker.Order(Btc, buy: true, 101_000, 0.2m)["filled"]!;
        Assert.Equal(("0.2", "100000.0"), ((string?)filled["totalSz"], (string?)filled["avgPx"]));
    }

    [Fact]
    public void Prefers_price_then_arrival()
    {
        var (first, second, better, taker) = (venue.Trader(1), venue.Trader(2), venue.Trader(3), venue.Trader(4));
        first.Resting(Btc, buy: false, 100_000, 0.1m);
        second.Resting(Btc, buy: false, 100_000, 0.1m);
        better.Resting(Btc, buy: false, 99_999, 0.1m);
        taker.Order(Btc, buy: true, 100_000, 0.15m, "Ioc");
        Assert.Equal(("-0.1", "-0.05", null), (Position(better), Position(first), Position(second)));
    }

    [Fact]
    public void Averages_over_levels_and_cuts()
    {
        var (maker, taker) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(Btc, buy: false, 100_000, 0.1m);
        maker.Resting(Btc, buy: false, 100_001, 0.2m);
        Assert.Equal("100000.6", (string?)taker.Order(Btc, buy: true, 100_001, 0.3m)["filled"]!["avgPx"]);
    }

    [Fact]
    public void Rests_what_does_not_match()
    {
        var (maker, taker) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(Btc, buy: false, 100_000, 0.1m);
        var oid = taker.Resting(Btc, buy: true, 100_000, 0.3m);
        var open = venue.Info($$"""{"type":"openOrders","user":"{{taker.Address}}"}""")![0]!;
        Assert.Equal((oid, "0.2", "0.3"), ((long)open["oid"]!, (string?)open["sz"], (string?)open["origSz"]));
    }

    [Fact]
    public void Cancels_the_rest_of_an_immediate_order()
    {
        var (maker, taker) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(Btc, buy: false, 100_000, 0.1m);
        Assert.Equal("0.1", (string?)taker.Order(Btc, buy: true, 100_000, 0.3m, "Ioc")["filled"]!["totalSz"]);
        Assert.Equal("canceled", StatusOf(taker, venue.State(taker.Address)["orders"]![0]!["oid"]!));
    }

    [Fact]
    public void Refuses_an_immediate_order_that_meets_nobody()
    {
        var taker = venue.Trader(2);
        Assert.Equal(
            "Order could not immediately match against any resting orders. asset=0",
            (string?)taker.Order(Btc, buy: true, 100_000, 0.3m, "Ioc")["error"]);
        Assert.Equal("iocCancelRejected", StatusOf(taker, venue.State(taker.Address)["orders"]![0]!["oid"]!));
    }

    [Fact]
    public void Refuses_a_post_only_order_that_would_match_and_shows_the_best_prices()
    {
        var (maker, taker) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(Btc, buy: false, 100_001, 0.5m);
        maker.Resting(Btc, buy: true, 99_999, 0.5m);
        Assert.Equal(
            "Post only order would have immediately matched, bbo was 99999@100001. asset=0",
            (string?)taker.Order(Btc, buy: true, 100_001, 0.2m, "Alo")["error"]);
        Assert.NotNull(taker.Order(Btc, buy: true, 100_000, 0.2m, "Alo")["resting"]);
    }

    [Fact]
    public void Cancels_the_resting_order_of_a_self_trade_and_goes_on()
    {
        var (self, other) = (venue.Trader(1), venue.Trader(2));
        var own = self.Resting(Btc, buy: false, 100_000, 0.1m);
        other.Resting(Btc, buy: false, 100_001, 0.1m);
        Assert.Equal("0.1", (string?)self.Order(Btc, buy: true, 100_001, 0.1m)["filled"]!["totalSz"]);
        Assert.Equal("selfTradeCanceled", StatusOf(self, own));
        Assert.Single(venue.State(self.Address)["fills"]!.AsArray());
    }

    [Fact]
    public void Charges_taker_and_maker_and_cuts_the_fee()
    {
        var (maker, taker) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(Dydx, buy: false, 0.61237m, 33.3m);
        taker.Order(Dydx, buy: true, 0.61237m, 33.3m);

        // 33.3 × 0.61237 = 20.391921; × 0.00045 = 0.00917636…, × 0.00015 = 0.00305878…
        Assert.Equal("0.009176", (string?)Fills(taker)[0]!["fee"]);
        Assert.Equal("0.003058", (string?)Fills(maker)[0]!["fee"]);
        Assert.Equal((long)Fills(taker)[0]!["tid"]!, (long)Fills(maker)[0]!["tid"]!);
        Assert.Equal((true, false), ((bool)Fills(taker)[0]!["crossed"]!, (bool)Fills(maker)[0]!["crossed"]!));
    }

    [Fact]
    public void Tells_direction_start_position_and_realised_profit()
    {
        var (maker, trader) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(Btc, buy: false, 100_000, 0.2m);
        trader.Order(Btc, buy: true, 100_000, 0.2m);
        maker.Resting(Btc, buy: true, 101_000, 0.5m);
        trader.Order(Btc, buy: false, 101_000, 0.1m);
        trader.Order(Btc, buy: false, 101_000, 0.3m);
        Assert.Equal(
            [("Long > Short", "0.1", "100.0"), ("Close Long", "0.2", "100.0"), ("Open Long", "0.0", "0.0")],
            Fills(trader).Select(fill => ((string?)fill!["dir"], (string?)fill["startPosition"], (string?)fill["closedPnl"])));
        Assert.Equal("-0.2", Position(trader));
    }

    [Fact]
    public void Settles_spot_in_both_tokens_with_the_fee_in_what_is_received()
    {
        var (maker, taker) = (venue.Trader(1), venue.Trader(2));
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse($$$"""{"address":"{{{maker.Address}}}","spot":{"HYPE":10}}"""));
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse($$$"""{"address":"{{{taker.Address}}}","spot":{"USDC":1000}}"""));
        maker.Resting(10_107, buy: false, 40, 10);
        taker.Order(10_107, buy: true, 41, 0.5m);
        Assert.Equal(
            ("Buy", "0.00035", "HYPE", "0.0"),
            ((string?)Fills(taker)[0]!["dir"], (string?)Fills(taker)[0]!["fee"], (string?)Fills(taker)[0]!["feeToken"], (string?)Fills(taker)[0]!["closedPnl"]));
        Assert.Equal(("0.008", "USDC"), ((string?)Fills(maker)[0]!["fee"], (string?)Fills(maker)[0]!["feeToken"]));
        Assert.Equal(["USDC 980 0", "HYPE 0.49965 0"], Balances(taker));
        Assert.Equal(["USDC 19.992 0", "HYPE 9.5 9.5"], Balances(maker));
    }

    private string? StatusOf(Trader trader, JsonNode oid) =>
        (string?)venue.Info($$"""{"type":"orderStatus","user":"{{trader.Address}}","oid":{{oid}}}""")!["order"]!["status"];

    private JsonArray Fills(Trader trader) => venue.Info($$"""{"type":"userFills","user":"{{trader.Address}}"}""")!.AsArray();

    private string? Position(Trader trader) => venue.State(trader.Address)["positions"]!.AsArray().Select(position => (string?)position!["szi"]).SingleOrDefault();

    private IEnumerable<string> Balances(Trader trader) => venue.State(trader.Address)["balances"]!.AsArray()
        .Select(balance => $"{balance!["token"]} {balance["total"]} {balance["hold"]}");
}
