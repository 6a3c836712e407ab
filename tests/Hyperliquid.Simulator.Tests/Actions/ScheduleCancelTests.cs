using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Actions;

/// <summary>The dead man's switch: armed in time, it ends everything once.</summary>
public sealed class ScheduleCancelTests
{
    private const int Btc = 0;
    private const int Silver = 110_002;
    private readonly TestVenue venue = new();
    private readonly Trader trader;

    public ScheduleCancelTests()
    {
        trader = venue.Trader(1);
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse($$"""{"address":"{{trader.Address}}","dexs":{"xyz":1000} }"""));
    }

    [Fact]
    public void Needs_a_volume_that_the_operator_may_lower()
    {
        Assert.Equal("Cannot set scheduled cancel time until enough volume traded. Required: $1000000. Traded: $0.", Arm(10_000));
        venue.Admin("POST", "/sim/limits", JsonNode.Parse("""{"scheduledCancelVolume":0}"""));
        Assert.Equal("ok", Arm(10_000));
    }

    [Fact]
    public void Ends_the_orders_of_all_dexs_and_triggers_too()
    {
        venue.Admin("POST", "/sim/limits", JsonNode.Parse("""{"scheduledCancelVolume":0}"""));
        trader.Resting(Btc, buy: true, 90_000, 0.1m);
        trader.Resting(Silver, buy: true, 49, 1);
        trader.Group("na", Trader.TriggerJson(Btc, buy: true, 120_000, 0.1m, "sl", 110_000, reduceOnly: false));
        Assert.Equal("Scheduled cancel time must be at least 5 seconds from now.", Arm(4_999));
        Assert.Equal("ok", Arm(5_000));
        Pass(4_999);
        Assert.Equal(["open", "open", "open"], Statuses());
        Pass(1);
        Assert.Equal(["scheduledCancel", "scheduledCancel", "scheduledCancel"], Statuses());
        trader.Resting(Btc, buy: true, 90_000, 0.1m);
        Pass(60_000);
        Assert.Equal("open", Statuses().Last());
    }

    [Fact]
    public void Is_put_off_and_removed()
    {
        venue.Admin("POST", "/sim/limits", JsonNode.Parse("""{"scheduledCancelVolume":0}"""));
        trader.Resting(Btc, buy: true, 90_000, 0.1m);
        Arm(5_000);
        Pass(4_000);
        Arm(5_000);
        Pass(4_000);
        Assert.Equal(["open"], Statuses());
        Assert.Equal("ok", (string?)trader.Act("""{"type":"scheduleCancel"}""")["status"]);
        Pass(60_000);
        Assert.Equal(["open"], Statuses());
    }

    [Fact]
    public void Goes_off_ten_times_a_day()
    {
        venue.Admin("POST", "/sim/limits", JsonNode.Parse("""{"scheduledCancelVolume":0}"""));
        venue.Admin("POST", "/sim/clock", new JsonObject { ["now"] = DateTimeOffset.Parse("2026-11-25T00:00:00Z").ToUnixTimeMilliseconds() });
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("ok", Arm(5_000));
            Pass(5_000);
        }

        Assert.Equal("Cannot set scheduled cancel time: at most 10 triggers per day.", Arm(5_000));
        Assert.Equal("ok", (string?)trader.Act("""{"type":"scheduleCancel"}""")["status"]);
        venue.Admin("POST", "/sim/clock", new JsonObject { ["now"] = DateTimeOffset.Parse("2026-11-26T00:00:00Z").ToUnixTimeMilliseconds() });
        Assert.Equal("ok", Arm(5_000));
    }

    private string Arm(long inMs)
    {
        var reply = trader.Act($$"""{"type":"scheduleCancel","time":{{venue.Now + inMs}}}""");
        return (string?)reply["status"] == "ok" ? "ok" : (string)reply["response"]!;
    }

    private void Pass(long ms) => venue.Admin("POST", "/sim/clock", new JsonObject { ["advance"] = ms });

    private IEnumerable<string> Statuses() => venue.State(trader.Address)["orders"]!.AsArray().Select(order => (string)order!["status"]!);
}
