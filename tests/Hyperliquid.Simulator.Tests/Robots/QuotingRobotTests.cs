using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Robots;

public sealed class QuotingRobotTests
{
    private readonly TestVenue venue = new();

    [Fact]
    public void Quotes_around_the_mark_on_valid_prices()
    {
        Employ("""{"coin":"BTC","spreadBps":10,"levels":3,"size":0.5}""");
        var levels = Book("BTC");
        Assert.Equal(["99950.0", "99900.0", "99850.0"], levels[0]!.AsArray().Select(level => (string?)level!["px"]));
        Assert.Equal(["100050.0", "100100.0", "100150.0"], levels[1]!.AsArray().Select(level => (string?)level!["px"]));
    }

    [Fact]
    public void Quotes_the_same_in_every_run()
    {
        Employ("""{"coin":"BTC"}""");
        var other = new TestVenue();
        other.Admin("POST", "/sim/liquidity", JsonNode.Parse("""{"coin":"BTC"}"""));
        Assert.Equal(Book("BTC").ToJsonString(), other.Info("""{"type":"l2Book","coin":"BTC"}""")!["levels"]!.ToJsonString());
    }

    [Fact]
    public void Fills_up_what_was_taken()
    {
        Employ("""{"coin":"BTC","levels":1,"size":1}""");
        venue.Trader(1, usdc: 10_000_000).Order(0, buy: true, 101_000, 10, "Ioc");
        Assert.Empty(Book("BTC")[1]!.AsArray());
        venue.Simulation.Beat();
        Assert.Single(Book("BTC")[1]!.AsArray());
    }

    [Fact]
    public void Follows_the_mark_and_trades_through_what_rests_in_between()
    {
        Employ("""{"coin":"BTC","levels":2,"size":1}""");
        var trader = venue.Trader(1);
        var oid = trader.Resting(0, buy: true, 95_000, 0.1m);
        venue.Admin("POST", "/sim/price", JsonNode.Parse("""{"coin":"BTC","px":94000}"""));
        var status = venue.Info($$"""{"type":"orderStatus","user":"{{trader.Address}}","oid":{{oid}}}""")!["order"]!;
        Assert.Equal("filled", (string?)status["status"]);
        Assert.Equal("95000.0", (string?)venue.Info($$"""{"type":"userFills","user":"{{trader.Address}}"}""")![0]!["px"]);
    }

    [Fact]
    public void Goes_home_with_its_orders()
    {
        Employ("""{"coin":"BTC"}""");
        Employ("""{"coin":"ETH"}""");
        Employ("""{"coin":"BTC","levels":0}""");
        Assert.Equal("[[],[]]", Book("BTC").ToJsonString());
        Assert.NotEqual("[[],[]]", Book("ETH").ToJsonString());
        Employ("null");
        Assert.Equal("[[],[]]", Book("ETH").ToJsonString());
    }

    [Fact]
    public void Quotes_every_listed_coin_on_both_sides()
    {
        foreach (var instrument in venue.Exchange.Universe.All.Where(instrument => !instrument.IsDelisted))
        {
            Employ($$"""{"coin":"{{instrument.Coin}}"}""");
            Assert.All(Book(instrument.Coin).AsArray(), side => Assert.True(side!.AsArray().Count >= 5, instrument.Coin));
        }
    }

    private JsonNode Book(string coin) => venue.Info($$"""{"type":"l2Book","coin":"{{coin}}"}""")!["levels"]!;

    private void Employ(string body) => venue.Admin("POST", "/sim/liquidity", JsonNode.Parse(body));
}
