using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Actions;

/// <summary>Many orders in one action: each has its own entry, unless the batch as a whole is refused.</summary>
public sealed class BatchTests
{
    private const int Btc = 0;
    private readonly TestVenue venue = new();
    private readonly Trader trader;

    public BatchTests() => trader = venue.Trader(1);

    [Fact]
    public void Two_hundred_orders_have_an_entry_each_in_their_order()
    {
        venue.Trader(2).Resting(Btc, buy: false, 100_000, 1);
        JsonObject[] kinds =
        [
            Order(90_000, 0.001m), // rests
            Order(100_000, 0.001m, "Ioc"), // is filled
            Order(90_000, 0.0001m), // is too small
            Order(100_000, 0.001m, "Alo"), // would match
            Trader.TriggerJson(Btc, buy: true, 120_000, 0.001m, "sl", 110_000, reduceOnly: false), // waits
        ];
        var statuses = trader.Group("na", [.. Enumerable.Range(0, 200).Select(place => (JsonObject)kinds[place % 5].DeepClone())]);
        Assert.Equal(200, statuses.Count);
        Assert.All(statuses.Index(), entry => Assert.StartsWith(
            new[] { "{\"resting\"", "{\"filled\"", "{\"error\":\"Order must have minimum value", "{\"error\":\"Post only", "\"waitingForTrigger\"" }[entry.Index % 5],
            entry.Item!.ToJsonString(),
            StringComparison.Ordinal));
        Assert.Equal(200, (int)Limit()["nRequestsUsed"]!);
    }

    [Fact]
    public void One_more_is_refused_and_costs_nothing()
    {
        var nonce = trader.NextNonce();
        var reply = trader.Act(Action([.. Enumerable.Range(0, 201).Select(_ => Order(90_000, 0.001m))]), nonce);
        Assert.Equal("Signed action over weight limit of 200.", (string?)reply["response"]);
        Assert.Equal(0, (int)Limit()["nRequestsUsed"]!);
        Assert.Equal("ok", (string?)trader.Act(Action(Order(90_000, 0.001m)), nonce)["status"]);
    }

    [Theory]
    [InlineData(0, "0.001", "Order has invalid price.")]
    [InlineData(90_000, "0", "Order has zero size.")]
    [InlineData(90_000, "0.000001", "Order has invalid size.")]
    [InlineData(10_000, "0.001", "Order price cannot be more than 80% away from the reference price")]
    public void What_is_wrong_by_itself_is_the_lone_answer_for_all(int px, string sz, string text)
    {
        var statuses = trader.Group("na", Order(90_000, 0.001m), Order(px, decimal.Parse(sz)), Order(90_000, 0.001m));
        Assert.Equal(text, (string?)Assert.Single(statuses)!["error"]);
        Assert.Empty(venue.State(trader.Address)["orders"]!.AsArray());
    }

    [Fact]
    public void Modifies_have_an_entry_each_and_the_old_ones_end()
    {
        var (first, second) = (trader.Resting(Btc, buy: true, 90_000, 0.01m), trader.Resting(Btc, buy: true, 89_000, 0.01m));
        trader.Cancel(Btc, second);
        var third = trader.Resting(Btc, buy: true, 88_000, 0.01m);
        var socket = venue.Connect();
        socket.Subscribe($$"""{"type":"orderUpdates","user":"{{trader.Address}}"}""");
        socket.Take();
        var reply = trader.Act(new JsonObject
        {
            ["type"] = "batchModify",
            ["modifies"] = new JsonArray([.. new[] { first, second, third }.Select(oid => new JsonObject { ["oid"] = oid, ["order"] = Order(91_000, 0.01m) })]),
        }.ToJsonString())["response"]!;
        var statuses = reply["data"]!["statuses"]!.AsArray();
        Assert.Equal(("order", 3), ((string?)reply["type"], statuses.Count));
        Assert.Equal("Cannot modify canceled or filled order", (string?)statuses[1]!["error"]);
        long[] placed = [(long)statuses[0]!["resting"]!["oid"]!, (long)statuses[2]!["resting"]!["oid"]!];
        Assert.Equal(
            [(first, "canceled"), (placed[0], "open"), (third, "canceled"), (placed[1], "open")],
            socket.Take().Single()["data"]!.AsArray().Select(update => ((long)update!["order"]!["oid"]!, (string)update["status"]!)));
    }

    private static JsonObject Order(decimal px, decimal sz, string tif = "Gtc") => Trader.OrderJson(Btc, buy: true, px, sz, tif, reduceOnly: false, cloid: null);

    private static string Action(params JsonObject[] orders) =>
        new JsonObject { ["type"] = "order", ["orders"] = new JsonArray(orders), ["grouping"] = "na" }.ToJsonString();

    private JsonNode Limit() => venue.Info($$"""{"type":"userRateLimit","user":"{{trader.Address}}"}""")!;
}
