using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Feeds;

/// <summary>Feeds of whole states say what the read of the same name says, at once and again and again.</summary>
public sealed class StateFeedTests
{
    private const int Silver = 110_002;
    private readonly TestVenue venue = new();
    private readonly Trader trader;
    private readonly TestSocket socket;

    public StateFeedTests()
    {
        trader = venue.Trader(1);
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse($$"""{"address":"{{trader.Address}}","dexs":{"xyz":1000},"spot":{"HYPE":1} }"""));
        trader.Resting(Silver, buy: true, 49, 1);
        trader.Resting(0, buy: true, 90_000, 0.1m);
        socket = venue.Connect();
    }

    [Theory]
    [InlineData("openOrders", "frontendOpenOrders", "orders", "xyz")]
    [InlineData("openOrders", "frontendOpenOrders", "orders", "")]
    [InlineData("clearinghouseState", "clearinghouseState", "clearinghouseState", "xyz")]
    [InlineData("spotState", "spotClearinghouseState", "spotState", null)]
    public void Tell_what_the_read_tells(string feed, string read, string member, string? dex)
    {
        var inDex = dex is null ? "" : $",\"dex\":\"{dex}\"";
        socket.Subscribe($$"""{"type":"{{feed}}","user":"{{trader.Address}}"{{inDex}}}""");
        var frames = socket.Take();
        Assert.Equal(["subscriptionResponse", feed], frames.Select(frame => (string?)frame["channel"]));
        var expected = venue.Info($$"""{"type":"{{read}}","user":"{{trader.Address}}"{{inDex}}}""")!.ToJsonString();
        Assert.Equal(expected, frames[1]["data"]![member]!.ToJsonString());
        Assert.Equal((trader.Address, dex), ((string?)frames[1]["data"]!["user"], (string?)frames[1]["data"]!["dex"]));
    }

    [Fact]
    public void Come_again_every_five_seconds()
    {
        socket.Subscribe($$"""{"type":"spotState","user":"{{trader.Address}}"}""");
        venue.Simulation.Beat();
        socket.Take();
        venue.Time.Advance(TimeSpan.FromMilliseconds(4_999));
        venue.Simulation.Beat();
        Assert.Empty(socket.Take());
        venue.Time.Advance(TimeSpan.FromMilliseconds(1));
        venue.Simulation.Beat();
        Assert.Equal(["spotState"], socket.TakeChannels());
    }

    [Fact]
    public void Tell_of_all_dexs_at_once()
    {
        socket.Subscribe($$"""{"type":"allDexsClearinghouseState","user":"{{trader.Address}}"}""");
        var states = socket.Take()[1]["data"]!["clearinghouseStates"]!.AsArray();
        Assert.Equal(["", "xyz", "km", "hyna"], states.Select(state => (string?)state![0]));
        Assert.Equal("1000.0", (string?)states[1]![1]!["marginSummary"]!["accountValue"]);
        socket.Subscribe("""{"type":"assetCtxs","dex":"xyz"}""");
        Assert.Equal(3, socket.Take()[1]["data"]!["ctxs"]!.AsArray().Count);
        socket.Subscribe("""{"type":"spotAssetCtxs"}""");
        Assert.Equal("PURR/USDC", (string?)socket.Take()[1]["data"]![0]!["coin"]);
        socket.Subscribe($$"""{"type":"activeAssetData","user":"{{trader.Address}}","coin":"xyz:SILVER"}""");
        Assert.Equal("xyz:SILVER", (string?)socket.Take()[1]["data"]!["coin"]);
    }

    [Fact]
    public void Histories_begin_with_a_snapshot_and_go_on()
    {
        foreach (var type in new[] { "userHistoricalOrders", "userNonFundingLedgerUpdates", "userFundings" })
            socket.Subscribe($$"""{"type":"{{type}}","user":"{{trader.Address}}"}""");
        var snapshots = socket.Take().Where(frame => (string?)frame["channel"] != "subscriptionResponse").ToList();
        Assert.All(snapshots, snapshot => Assert.True((bool)snapshot["data"]!["isSnapshot"]!));
        Assert.Equal(2, snapshots[0]["data"]!["orderHistory"]!.AsArray().Count);
        Assert.Equal("deposit", (string?)snapshots[1]["data"]!["nonFundingLedgerUpdates"]![0]!["delta"]!["type"]);
        trader.Resting(0, buy: true, 90_000, 0.1m);
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse($$"""{"address":"{{trader.Address}}","usdc":7}"""));
        var news = socket.Take();
        Assert.Equal(["userHistoricalOrders", "userNonFundingLedgerUpdates"], news.Select(frame => (string?)frame["channel"]));
        Assert.Equal("""{"type":"deposit","usdc":"7.0"}""", news[1]["data"]!["nonFundingLedgerUpdates"]!.AsArray().Single()!["delta"]!.ToJsonString());
    }

    [Fact]
    public void An_unknown_dex_takes_the_connection_down()
    {
        socket.Subscribe($$"""{"type":"openOrders","user":"{{trader.Address}}","dex":"nobody"}""");
        Assert.True(socket.IsAborted);
    }
}
