using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Trading;

public sealed class TriggerTests
{
    private const int Btc = 0;
    private readonly TestVenue venue = new();
    private readonly Trader maker;
    private readonly Trader trader;

    public TriggerTests()
    {
        maker = venue.Trader(1);
        trader = venue.Trader(2);
    }

    [Theory]
    [InlineData("sl", false, 94_999, 90_000, "Stop Market", "Price below 95000")]
    [InlineData("tp", false, 105_001, 90_000, "Take Profit Market", "Price above 105000")]
    [InlineData("sl", true, 105_001, 110_000, "Stop Market", "Price above 105000")]
    [InlineData("tp", true, 94_999, 110_000, "Take Profit Market", "Price below 95000")]
    public void Waits_for_the_mark_and_then_trades_at_market(string tpsl, bool buy, int mark, int px, string type, string condition)
    {
        var triggerPx = mark < 100_000 ? mark + 1 : mark - 1;
        Enter(buy: !buy, 0.1m);
        maker.Resting(Btc, buy: !buy, px, 1);
        Assert.Equal("waitingForTrigger", (string?)trader.Group("na", Trader.TriggerJson(Btc, buy, px, 0.1m, tpsl, triggerPx))[0]);
        var open = Open()[0]!;
        Assert.Equal((type, condition, true, null), ((string?)open["orderType"], (string?)open["triggerCondition"], (bool)open["isTrigger"]!, open["tif"]));

        Mark(mark < 100_000 ? triggerPx + 1 : triggerPx - 1);
        Assert.Single(Open());
        Mark(triggerPx);
        Assert.Empty(Open());
        Assert.Empty(venue.State(trader.Address)["positions"]!.AsArray());
    }

    [Fact]
    public void Tells_of_the_trigger_before_the_order_that_follows()
    {
        Enter(buy: true, 0.1m);
        maker.Resting(Btc, buy: true, 90_000, 1);
        var socket = venue.Connect();
        socket.Subscribe($$"""{"type":"orderUpdates","user":"{{trader.Address}}"}""");
        trader.Group("na", Trader.TriggerJson(Btc, false, 90_000, 0.1m, "sl", 95_000));
        Mark(95_000);
        Assert.Equal(["open", "triggered", "open", "filled"], Updates(socket));
    }

    [Fact]
    public void Rests_at_its_limit_once_triggered()
    {
        Enter(buy: true, 0.1m);
        trader.Group("na", Trader.TriggerJson(Btc, false, 96_000, 0.1m, "sl", 95_000, isMarket: false));
        Assert.Empty(Book());
        Mark(95_000);
        Assert.Equal("96000.0", (string?)Book()[0]!["px"]);
        Assert.Equal(("Stop Limit", "Triggered"), ((string?)Open()[0]!["orderType"], (string?)Open()[0]!["triggerCondition"]));
    }

    [Theory]
    [InlineData("sl", false, 90_000, 100_000)]
    [InlineData("sl", false, 95_001, 95_000)]
    [InlineData("tp", false, 90_000, 100_000)]
    [InlineData("sl", true, 104_999, 105_000)]
    [InlineData("tp", true, 110_000, 100_001)]
    public void Refuses_a_trigger_that_is_reached_or_a_limit_short_of_it(string tpsl, bool buy, int px, int triggerPx) =>
        Assert.Equal("Invalid TP/SL price. asset=0", (string?)trader.Group("na", Trader.TriggerJson(Btc, buy, px, 0.1m, tpsl, triggerPx))[0]!["error"]);

    [Fact]
    public void Is_refused_in_the_feeds_when_it_fires_without_position()
    {
        trader.Group("na", Trader.TriggerJson(Btc, false, 90_000, 0.1m, "sl", 95_000));
        Mark(95_000);
        Assert.Equal("reduceOnlyRejected", Status(cloid: null));
    }

    [Fact]
    public void Is_refused_in_the_feeds_when_nobody_quotes()
    {
        Enter(buy: true, 0.1m);
        trader.Group("na", Trader.TriggerJson(Btc, false, 90_000, 0.1m, "sl", 95_000));
        Mark(95_000);
        Assert.Equal("marketOrderNoLiquidityRejected", Status(cloid: null));
    }

    [Fact]
    public void Cancels_a_waiting_order()
    {
        trader.Group("na", Trader.TriggerJson(Btc, false, 90_000, 0.1m, "sl", 95_000));
        Assert.Equal("success", (string?)trader.Cancel(Btc, (long)Open()[0]!["oid"]!));
        Mark(95_000);
        Assert.Equal("canceled", Status(cloid: null));
    }

    [Fact]
    public void Children_wait_for_their_parent_and_end_each_other()
    {
        var statuses = trader.Group(
            "normalTpsl",
            Trader.OrderJson(Btc, true, 99_000, 0.1m, "Gtc", false, Cloid(1)),
            Trader.TriggerJson(Btc, false, 100_000, 0.1m, "tp", 105_000, cloid: Cloid(2)),
            Trader.TriggerJson(Btc, false, 90_000, 0.1m, "sl", 95_000, cloid: Cloid(3)));
        Assert.NotNull(statuses[0]!["resting"]);
        Assert.Equal(["waitingForFill", "waitingForFill"], statuses.Skip(1).Select(status => (string?)status));
        Assert.Equal(2, Open().Single(order => (string?)order!["cloid"] == Cloid(1))!["children"]!.AsArray().Count);

        Mark(94_000);
        Mark(100_000);
        Assert.Equal(("open", "open"), (Status(Cloid(2)), Status(Cloid(3))));
        maker.Order(Btc, buy: false, 99_000, 0.1m, "Ioc");
        maker.Resting(Btc, buy: true, 104_000, 1);
        Mark(105_000);
        Assert.Equal(("filled", "filled", "siblingFilledCanceled"), (Status(Cloid(1)), Status(Cloid(2)), Status(Cloid(3))));
    }

    [Fact]
    public void Children_of_a_parent_that_filled_at_once_wait_for_the_trigger()
    {
        maker.Resting(Btc, buy: false, 100_000, 1);
        var statuses = trader.Group(
            "normalTpsl",
            Trader.OrderJson(Btc, true, 101_000, 0.1m, "Ioc", false, null),
            Trader.TriggerJson(Btc, false, 90_000, 0.1m, "sl", 95_000));
        Assert.NotNull(statuses[0]!["filled"]);
        Assert.Equal("waitingForTrigger", (string?)statuses[1]);
    }

    [Fact]
    public void Children_end_with_their_parent()
    {
        trader.Group(
            "normalTpsl",
            Trader.OrderJson(Btc, true, 99_000, 0.1m, "Gtc", false, Cloid(1)),
            Trader.TriggerJson(Btc, false, 90_000, 0.1m, "sl", 95_000, cloid: Cloid(2)));
        var parent = Open().Single(order => (string?)order!["cloid"] == Cloid(1))!;
        trader.Cancel(Btc, (long)parent["oid"]!);
        Assert.Equal(("canceled", "canceled"), (Status(Cloid(1)), Status(Cloid(2))));
    }

    [Fact]
    public void Refuses_a_parent_alone()
    {
        var statuses = trader.Group("normalTpsl", Trader.OrderJson(Btc, true, 99_000, 0.1m, "Gtc", false, null));
        Assert.Equal("Unexpected number of trigger orders", (string?)statuses.Single()!["error"]);
    }

    [Fact]
    public void Orders_of_a_position_take_its_size_and_end_with_it()
    {
        Enter(buy: true, 0.1m);
        trader.Group("positionTpsl", Trader.TriggerJson(Btc, false, 90_000, 0, "sl", 95_000, cloid: Cloid(1)), Trader.TriggerJson(Btc, false, 100_000, 0, "tp", 105_000, cloid: Cloid(2)));
        Assert.All(Open(), order => Assert.True((bool)order!["isPositionTpsl"]!));
        Enter(buy: true, 0.2m);
        maker.Resting(Btc, buy: true, 94_000, 1);
        Mark(95_000);
        Assert.Empty(venue.State(trader.Address)["positions"]!.AsArray());
        Assert.Equal(("filled", "siblingFilledCanceled"), (Status(Cloid(1)), Status(Cloid(2))));
    }

    [Fact]
    public void Orders_of_a_position_end_when_it_is_closed_otherwise()
    {
        Enter(buy: true, 0.1m);
        trader.Group("positionTpsl", Trader.TriggerJson(Btc, false, 90_000, 0, "sl", 95_000, cloid: Cloid(1)));
        Enter(buy: false, 0.1m);
        Assert.Equal("reduceOnlyCanceled", Status(Cloid(1)));
    }

    private static string Cloid(int number) => $"0x{number:x32}";

    private static IEnumerable<string?> Updates(TestSocket socket) => socket.Take()
        .Where(frame => (string?)frame["channel"] == "orderUpdates")
        .SelectMany(frame => frame["data"]!.AsArray())
        .Select(update => (string?)update!["status"]);

    private void Enter(bool buy, decimal sz)
    {
        maker.Resting(Btc, buy: !buy, 100_000, sz);
        Assert.NotNull(trader.Order(Btc, buy, 100_000, sz)["filled"]);
    }

    private void Mark(int px) => venue.Admin("POST", "/sim/price", new JsonObject { ["coin"] = "BTC", ["px"] = px });

    private JsonArray Open() => venue.Info($$"""{"type":"frontendOpenOrders","user":"{{trader.Address}}"}""")!.AsArray();

    private JsonArray Book() => venue.Info("""{"type":"l2Book","coin":"BTC"}""")!["levels"]![1]!.AsArray();

    private string? Status(string? cloid)
    {
        var orders = venue.State(trader.Address)["orders"]!.AsArray();
        return (string?)(cloid is null ? orders[^1] : orders.Single(order => (string?)order!["cloid"] == cloid))!["status"];
    }
}
