using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Actions;

public sealed class ModifyTests
{
    private const int Btc = 0;
    private const string Cloid = "0x0000000000000000000000000000abcd";
    private readonly TestVenue venue = new();
    private readonly Trader trader;

    public ModifyTests() => trader = venue.Trader(1);

    [Fact]
    public void Replaces_an_order_by_one_with_another_id()
    {
        var old = trader.Resting(Btc, buy: true, 90_000, 0.1m);
        var placed = (long)Modify(old.ToString(), Order(91_000, 0.2m))["resting"]!["oid"]!;
        Assert.NotEqual(old, placed);
        Assert.Equal(("canceled", "open"), (Status(old), Status(placed)));
        Assert.Equal(("91000.0", "0.2"), ((string?)Open()["limitPx"], (string?)Open()["sz"]));
    }

    [Fact]
    public void Keeps_a_cloid_that_is_sent_again()
    {
        trader.Order(Btc, buy: true, 90_000, 0.1m, cloid: Cloid);
        Assert.NotNull(Modify($"\"{Cloid}\"", Order(91_000, 0.1m, cloid: Cloid))["resting"]);
        Assert.Equal("91000.0", (string?)venue.Info($$"""{"type":"orderStatus","user":"{{trader.Address}}","oid":"{{Cloid}}"}""")!["order"]!["order"]!["limitPx"]);
    }

    [Fact]
    public void Does_not_tell_the_new_id_when_only_one_is_modified()
    {
        var old = trader.Resting(Btc, buy: true, 90_000, 0.1m);
        var reply = trader.Act(new JsonObject { ["type"] = "modify", ["oid"] = old, ["order"] = Order(91_000, 0.1m) }.ToJsonString());
        Assert.Equal("""{"status":"ok","response":{"type":"default"}}""", reply.ToJsonString());
    }

    [Fact]
    public void Leaves_everything_as_it_was_when_the_old_order_is_out()
    {
        var old = trader.Resting(Btc, buy: true, 90_000, 0.1m);
        trader.Cancel(Btc, old);
        var failed = trader.Act(new JsonObject { ["type"] = "modify", ["oid"] = old, ["order"] = Order(91_000, 0.1m) }.ToJsonString());
        Assert.Equal("order", (string?)failed["response"]!["type"]);
        Assert.Equal("Cannot modify canceled or filled order", (string?)failed["response"]!["data"]!["statuses"]![0]!["error"]);
        Assert.Single(venue.State(trader.Address)["orders"]!.AsArray());
    }

    [Fact]
    public void Places_anyway_if_so_asked()
    {
        var old = trader.Resting(Btc, buy: true, 90_000, 0.1m);
        trader.Cancel(Btc, old);
        Assert.NotNull(Modify(old.ToString(), Order(91_000, 0.1m), always: true)["resting"]);
    }

    [Fact]
    public void A_replacement_that_would_match_leaves_the_old_order_canceled()
    {
        venue.Trader(2).Resting(Btc, buy: false, 100_000, 1);
        var old = trader.Resting(Btc, buy: true, 90_000, 0.1m);
        var error = (string?)Modify(old.ToString(), Order(100_000, 0.1m))["error"];
        Assert.StartsWith("Error placing new order during modify: Post only order would have immediately matched", error, StringComparison.Ordinal);
        Assert.Equal("canceled", Status(old));
    }

    [Fact]
    public void A_replacement_may_match_if_always_placed()
    {
        venue.Trader(2).Resting(Btc, buy: false, 100_000, 1);
        var old = trader.Resting(Btc, buy: true, 90_000, 0.1m);
        Assert.NotNull(Modify(old.ToString(), Order(100_000, 0.1m), always: true)["filled"]);
    }

    [Theory]
    [InlineData("Ioc", 90_000)]
    [InlineData("Gtc", 1)]
    public void Keeps_the_old_order_when_the_new_one_is_no_possible_order(string tif, int px)
    {
        var old = trader.Resting(Btc, buy: true, 90_000, 0.1m);
        Assert.Equal("Attempted to modify to invalid new order", (string?)Modify(old.ToString(), Order(px, 0.1m, tif))["error"]);
        Assert.Equal("open", Status(old));
    }

    private static JsonObject Order(decimal px, decimal sz, string tif = "Gtc", string? cloid = null) =>
        Trader.OrderJson(Btc, buy: true, px, sz, tif, reduceOnly: false, cloid);

    private JsonNode Modify(string oid, JsonObject order, bool always = false)
    {
        var action = new JsonObject
        {
            ["type"] = "batchModify",
            ["modifies"] = new JsonArray(new JsonObject { ["oid"] = JsonNode.Parse(oid), ["order"] = order }),
        };
        if (always)
            action["a"] = true;
        return trader.Act(action.ToJsonString())["response"]!["data"]!["statuses"]![0]!;
    }

    private JsonNode Open() => venue.Info($$"""{"type":"openOrders","user":"{{trader.Address}}"}""")!.AsArray().Single()!;

    private string? Status(long oid) =>
        (string?)venue.Info($$"""{"type":"orderStatus","user":"{{trader.Address}}","oid":{{oid}}}""")!["order"]!["status"];
}
