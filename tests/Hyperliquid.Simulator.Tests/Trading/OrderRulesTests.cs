using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Trading;

public sealed class OrderRulesTests
{
    private const int Btc = 0;
    private const int Eth = 1;
    private readonly TestVenue venue = new();

    [Theory]
    [InlineData(Btc, "100000.5", "0.001", "Price must be divisible by tick size. asset=0")]
    [InlineData(Btc, "100000", "0.0000001", "Order has invalid size.")]
    [InlineData(Btc, "100000", "0", "Order has zero size.")]
    [InlineData(Btc, "100000", "-1", "Order has invalid size.")]
    [InlineData(Btc, "0", "1", "Order has invalid price.")]
    [InlineData(Btc, "-5", "1", "Order has invalid price.")]
    [InlineData(Eth, "3000", "0.0033", "Order must have minimum value of $10. asset=1")]
    [InlineData(10_000, "0.2", "49", "Order must have minimum value of 10 USDC. asset=10000")]
    [InlineData(10_207, "40", "0.24", "Order must have minimum value of 10 USDT0. asset=10207")]
    [InlineData(10_000, "0.2", "51", "Insufficient spot balance asset=10000")]
    [InlineData(Btc, "180001", "0.001", "Order price cannot be more than 80% away from the reference price")]
    [InlineData(Btc, "19999", "0.001", "Order price cannot be more than 80% away from the reference price")]
    [InlineData(Btc, "100000", "3001", "Order value too large. Max is $300000000.")]
    [InlineData(Btc, "100000", "500", "Insufficient margin to place order. asset=0")]
    [InlineData(3, "0.4", "100", "Trading is halted. asset=3")]
    [InlineData(999, "1", "100", "Unknown asset. asset=999")]
    public void Refuses_with_the_venues_words(int asset, string px, string sz, string text) => Assert.Equal(
        text,
        (string?)venue.Trader(1).Order(asset, buy: true, decimal.Parse(px), decimal.Parse(sz))["error"]);

    [Theory]
    [InlineData(Btc, "180000", "0.001")]
    [InlineData(Btc, "20000", "0.001")]
    [InlineData(Eth, "3000", "0.0034")]
    [InlineData(Eth, "2941.2", "0.0034")]
    public void Takes_what_is_just_within_the_rules(int asset, string px, string sz) =>
        Assert.NotNull(venue.Trader(1).Order(asset, buy: true, decimal.Parse(px), decimal.Parse(sz))["resting"]);

    [Fact]
    public void Answers_once_for_a_batch_with_a_member_that_no_book_could_take()
    {
        var trader = venue.Trader(1);
        var batch = new JsonObject
        {
            ["type"] = "order",
            ["orders"] = new JsonArray(
                Trader.OrderJson(Btc, buy: true, 90_000, 0.1m, "Gtc", reduceOnly: false, cloid: null),
                Trader.OrderJson(Btc, buy: true, 1, 0.1m, "Gtc", reduceOnly: false, cloid: null)),
            ["grouping"] = "na",
        };
        var statuses = trader.Act(batch.ToJsonString())["response"]!["data"]!["statuses"]!.AsArray();
        Assert.Single(statuses);
        Assert.Empty(venue.State(trader.Address)["orders"]!.AsArray());
    }

    [Fact]
    public void Answers_for_each_member_of_a_batch_that_meets_its_own_rule()
    {
        var trader = venue.Trader(1);
        var batch = new JsonObject
        {
            ["type"] = "order",
            ["orders"] = new JsonArray(
                Trader.OrderJson(Btc, buy: true, 90_000.5m, 0.1m, "Gtc", reduceOnly: false, cloid: null),
                Trader.OrderJson(Btc, buy: true, 90_000, 0.1m, "Gtc", reduceOnly: false, cloid: null)),
            ["grouping"] = "na",
        };
        var statuses = trader.Act(batch.ToJsonString())["response"]!["data"]!["statuses"]!.AsArray();
        Assert.NotNull(statuses[0]!["error"]);
        Assert.NotNull(statuses[1]!["resting"]);
    }

    [Fact]
    public void Gives_a_refused_order_an_id_and_a_place_in_history()
    {
        var trader = venue.Trader(1);
        trader.Order(Btc, buy: true, 100_000.5m, 0.1m);
        var row = venue.Info($$"""{"type":"historicalOrders","user":"{{trader.Address}}"}""")![0]!;
        Assert.Equal("tickRejected", (string?)row["status"]);
        Assert.True((long)row["order"]!["oid"]! > 0);
    }

    [Fact]
    public void Lets_a_whole_position_go_however_small()
    {
        var (maker, trader) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(Eth, buy: false, 3_000, 1);
        trader.Order(Eth, buy: true, 3_000, 0.0040m);
        maker.Resting(Eth, buy: true, 2_000, 1);
        Assert.Equal("Order must have minimum value of $10. asset=1", (string?)trader.Order(Eth, buy: false, 2_000, 0.0039m)["error"]);
        Assert.NotNull(trader.Order(Eth, buy: false, 2_000, 0.0040m)["filled"]);
    }

    [Fact]
    public void Shrinks_a_reduce_only_order_to_the_position()
    {
        var (maker, trader) = Long(0.2m);
        var oid = trader.Resting(Btc, buy: false, 110_000, 0.5m, reduceOnly: true);
        var open = venue.Info($$"""{"type":"openOrders","user":"{{trader.Address}}"}""")![0]!;
        Assert.Equal((oid, "0.2", "0.5", true), ((long)open["oid"]!, (string?)open["sz"], (string?)open["origSz"], (bool)open["reduceOnly"]!));
        maker.Resting(Btc, buy: true, 100_000, 0.1m);
        trader.Order(Btc, buy: false, 100_000, 0.1m, "Ioc");
        Assert.Equal("0.1", (string?)venue.Info($$"""{"type":"openOrders","user":"{{trader.Address}}"}""")![0]!["sz"]);
    }

    [Fact]
    public void Cancels_a_reduce_only_order_whose_position_is_gone()
    {
        var (maker, trader) = Long(0.2m);
        var oid = trader.Resting(Btc, buy: false, 110_000, 0.2m, reduceOnly: true);
        maker.Resting(Btc, buy: true, 100_000, 0.2m);
        trader.Order(Btc, buy: false, 100_000, 0.2m, "Ioc");
        var status = venue.Info($$"""{"type":"orderStatus","user":"{{trader.Address}}","oid":{{oid}}}""")!["order"]!["status"];
        Assert.Equal("reduceOnlyCanceled", (string?)status);
    }

    [Fact]
    public void Refuses_a_reduce_only_order_that_would_open()
    {
        const string text = "Reduce only order would increase position. asset=0";
        Assert.Equal(text, (string?)venue.Trader(9).Order(Btc, buy: true, 100_000, 0.1m, reduceOnly: true)["error"]);
        var (_, trader) = Long(0.2m);
        Assert.Equal(text, (string?)trader.Order(Btc, buy: true, 100_000, 0.1m, reduceOnly: true)["error"]);
    }

    [Fact]
    public void Takes_a_cloid_again_only_when_its_order_is_out()
    {
        const string cloid = "0x0000000000000000000000000000abcd";
        var trader = venue.Trader(1);
        var oid = (long)trader.Order(Btc, buy: true, 90_000, 0.1m, cloid: cloid)["resting"]!["oid"]!;
        Assert.NotNull(trader.Order(Btc, buy: true, 90_000, 0.1m, cloid: cloid)["error"]);
        Assert.Equal("success", (string?)trader.Cancel(Btc, oid));
        Assert.NotNull(trader.Order(Btc, buy: true, 90_000, 0.1m, cloid: cloid)["resting"]);
    }

    [Fact]
    public void Cancels_a_resting_order_that_its_account_can_no_longer_carry()
    {
        var (poor, rich) = (venue.Trader(1, usdc: 1_000), venue.Trader(2));
        var oid = poor.Resting(Btc, buy: true, 99_000, 0.15m);
        venue.Admin("POST", "/sim/price", JsonNode.Parse("""{"coin":"BTC","px":150000}"""));
        Assert.NotNull(rich.Order(Btc, buy: false, 99_000, 0.15m, "Ioc")["error"]);
        Assert.Equal("marginCanceled", (string?)venue.Info($$"""{"type":"orderStatus","user":"{{poor.Address}}","oid":{{oid}}}""")!["order"]!["status"]);
    }

    private (Trader Maker, Trader Trader) Long(decimal sz)
    {
        var (maker, trader) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(Btc, buy: false, 100_000, sz);
        trader.Order(Btc, buy: true, 100_000, sz);
        return (maker, trader);
    }
}
