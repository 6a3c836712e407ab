namespace Hyperliquid.Simulator.Tests.Actions;

public sealed class CancelTests
{
    private const string Cloid = "0x0000000000000000000000000000abcd";
    private readonly TestVenue venue = new();

    [Fact]
    public void Cancels_an_open_order_once()
    {
        var trader = venue.Trader(1);
        var oid = trader.Resting(0, buy: true, 90_000, 0.1m);
        Assert.Equal("success", (string?)trader.Cancel(0, oid));
        Assert.Equal("Order was never placed, already canceled, or filled. asset=0", (string?)trader.Cancel(0, oid)["error"]);
    }

    [Fact]
    public void Does_not_find_an_order_in_another_market_or_account()
    {
        var (trader, stranger) = (venue.Trader(1), venue.Trader(2));
        var oid = trader.Resting(0, buy: true, 90_000, 0.1m);
        Assert.NotNull(trader.Cancel(1, oid)["error"]);
        Assert.NotNull(stranger.Cancel(0, oid)["error"]);
        Assert.Single(venue.Info($$"""{"type":"openOrders","user":"{{trader.Address}}"}""")!.AsArray());
    }

    [Fact]
    public void Cancels_the_live_order_of_a_cloid_in_either_letter_case()
    {
        var trader = venue.Trader(1);
        trader.Order(0, buy: true, 90_000, 0.1m, cloid: Cloid);
        var reply = trader.Act($$"""{"type":"cancelByCloid","cancels":[{"asset":0,"cloid":"{{Cloid.ToUpperInvariant().Replace('X', 'x')}}"}]}""");
        Assert.Equal("""{"type":"cancel","data":{"statuses":["success"]}}""", reply["response"]!.ToJsonString());
    }

    [Fact]
    public void Cancels_the_live_order_though_another_with_its_cloid_was_refused()
    {
        var trader = venue.Trader(1);
        trader.Order(0, buy: true, 90_000, 0.1m, cloid: Cloid);
        Assert.NotNull(trader.Order(0, buy: true, 91_000, 0.1m, cloid: Cloid)["error"]);
        var reply = trader.Act($$"""{"type":"cancelByCloid","cancels":[{"asset":0,"cloid":"{{Cloid}}"}]}""");
        Assert.Equal("""{"statuses":["success"]}""", reply["response"]!["data"]!.ToJsonString());
    }
}
