using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Actions;

/// <summary>Orders that are sent to the market in slices, one in 30 s.</summary>
public sealed class TwapTests
{
    private readonly TestVenue venue = new();
    private readonly Trader maker;
    private readonly Trader trader;

    public TwapTests() => (maker, trader) = (venue.Trader(1), venue.Trader(2));

    [Fact]
    public void Is_sent_in_equal_slices_until_all_of_it_is_executed()
    {
        maker.Resting(0, buy: false, 100_000, 1);
        var twap = Running(Start(sz: "0.1", minutes: 5));

        venue.Simulation.Beat();
        Assert.Equal(("0.01", "activated"), (Executed(), LastStep()));
        Pass(30, times: 4);
        Assert.Equal("0.05", Executed());
        Pass(30, times: 5);

        Assert.Equal(("0.1", "finished"), (Executed(), LastStep()));
        var fills = venue.Info($$"""{"type":"userTwapSliceFills","user":"{{trader.Address}}"}""")!.AsArray();
        Assert.Equal(10, fills.Count);
        Assert.All(fills, fill => Assert.Equal((twap, twap, "0x" + new string('0', 64)), ((long)fill!["twapId"]!, (long)fill["fill"]!["twapId"]!, (string?)fill["fill"]!["hash"])));
        Assert.Equal("Twap Slice", (string?)venue.Info($$"""{"type":"historicalOrders","user":"{{trader.Address}}"}""")![0]!["order"]!["orderType"]);
        Pass(30, times: 3);
        Assert.Equal(10, venue.Info($$"""{"type":"userTwapSliceFills","user":"{{trader.Address}}"}""")!.AsArray().Count);
    }

    [Fact]
    public void Catches_up_with_at_most_three_slices_at_once()
    {
        Running(Start(sz: "0.1", minutes: 5));
        Pass(30, times: 6);
        Assert.Equal("0.0", Executed());

        maker.Resting(0, buy: false, 100_000, 1);
        Pass(30, times: 1);
        Assert.Equal("0.03", Executed());
        Pass(30, times: 1);
        Assert.Equal("0.06", Executed());
    }

    [Fact]
    public void Buys_no_further_than_three_percent_from_the_mark()
    {
        maker.Resting(0, buy: false, 103_001, 1);
        Running(Start(sz: "0.1", minutes: 5));
        Pass(30, times: 2);
        Assert.Equal("0.0", Executed());

        maker.Resting(0, buy: false, 103_000, 1);
        Pass(30, times: 1);
        Assert.NotEqual("0.0", Executed());
    }

    [Fact]
    public void Ends_when_it_is_canceled_and_only_once()
    {
        maker.Resting(0, buy: false, 100_000, 1);
        var twap = Running(Start(sz: "0.1", minutes: 5));
        venue.Simulation.Beat();

        Assert.Equal(Lost, Cancel(twap, asset: 1));
        Assert.Equal("\"success\"", Cancel(twap));
        Assert.Equal(Lost, Cancel(twap));
        Pass(30, times: 3);
        Assert.Equal(("0.01", "terminated"), (Executed(), LastStep()));
    }

    [Theory]
    [InlineData("0.1", 1, false, "Invalid TWAP duration: 1 min(s)")]
    [InlineData("0.1", 1441, false, "Invalid TWAP duration: 1441 min(s)")]
    [InlineData("0.1", 5, true, "Reduce-only TWAP order would increase position.")]
    [InlineData("0.0000001", 5, false, "Order has invalid size.")]
    [InlineData("0.0009", 5, false, "TWAP order must have minimum value of $100.")]
    public void What_makes_no_sense_is_refused(string sz, int minutes, bool reduceOnly, string text) => Assert.Equal(
        new JsonObject { ["error"] = text }.ToJsonString(), Start(sz, minutes, reduceOnly).ToJsonString());

    [Fact]
    public void Feeds_tell_its_steps_its_slices_and_how_it_stands()
    {
        maker.Resting(0, buy: false, 100_000, 1);
        var socket = venue.Connect();
        foreach (var type in new[] { "userTwapHistory", "userTwapSliceFills", "twapStates", "userEvents" })
            socket.Subscribe($$"""{"type":"{{type}}","user":"{{trader.Address}}"}""");
        var begun = socket.Take().Where(frame => (string?)frame["channel"] != "subscriptionResponse").ToList();
        Assert.Equal(["userTwapHistory", "userTwapSliceFills", "twapStates"], begun.Select(frame => (string?)frame["channel"]));
        Assert.True((bool)begun[0]["data"]!["isSnapshot"]! && (bool)begun[1]["data"]!["isSnapshot"]!);

        var twap = Running(Start(sz: "0.1", minutes: 5));
        venue.Simulation.Beat();

        var told = socket.Take();
        Assert.Equal("activated", (string?)Only(told, "userTwapHistory")["history"]![0]!["status"]!["status"]);
        Assert.Equal(twap, (long)Only(told, "userTwapSliceFills")["twapSliceFills"]![0]!["twapId"]!);
        Assert.Equal(["fills", "twapHistory", "twapSliceFills"], told.Where(frame => (string?)frame["channel"] == "user").Select(frame => frame["data"]!.AsObject().Single().Key).Order());
        venue.Time.Advance(TimeSpan.FromSeconds(5));
        venue.Simulation.Beat();
        var state = Only(socket.Take(), "twapStates")["states"]![0]!;
        Assert.Equal((twap, "0.01", "0.1"), ((long)state[0]!, (string?)state[1]!["executedSz"], (string?)state[1]!["sz"]));
    }

    private const string Lost = """{"error":"TWAP was never placed, already canceled, or filled."}""";

    private static JsonNode Only(IEnumerable<JsonNode> frames, string channel) => frames.Single(frame => (string?)frame["channel"] == channel)["data"]!;

    private static long Running(JsonNode status) => (long)status["running"]!["twapId"]!;

    private JsonNode Start(string sz, int minutes, bool reduceOnly = false) => trader.Act(new JsonObject
    {
        ["type"] = "twapOrder",
        ["twap"] = new JsonObject { ["a"] = 0, ["b"] = true, ["s"] = sz, ["r"] = reduceOnly, ["m"] = minutes, ["t"] = false },
    }.ToJsonString())["response"]!["data"]!["status"]!;

    private string Cancel(long twap, int asset = 0) =>
        trader.Act($$"""{"type":"twapCancel","a":{{asset}},"t":{{twap}}}""")["response"]!["data"]!["status"]!.ToJsonString();

    private void Pass(int seconds, int times)
    {
        for (; times > 0; times--)
        {
            venue.Time.Advance(TimeSpan.FromSeconds(seconds));
            venue.Simulation.Beat();
        }
    }

    private string? Executed() => (string?)History()[0]!["state"]!["executedSz"];

    private string? LastStep() => (string?)History()[0]!["status"]!["status"];

    private JsonArray History() => venue.Info($$"""{"type":"twapHistory","user":"{{trader.Address}}"}""")!.AsArray();
}
