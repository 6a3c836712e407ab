using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Info;

public sealed class CandleTests
{
    private readonly TestVenue venue = new();
    private readonly Trader maker;
    private readonly Trader taker;
    private readonly long start;

    public CandleTests()
    {
        maker = venue.Trader(1);
        taker = venue.Trader(2);
        start = venue.Now - (venue.Now % 3_600_000) + 3_600_000;
        venue.Admin("POST", "/sim/clock", new JsonObject { ["now"] = start, ["running"] = false });
    }

    [Fact]
    public void Sums_up_the_trades_of_each_interval()
    {
        Trade(100_000, 0.1m);
        Advance(59_999);
        Trade(101_000, 0.2m);
        Advance(1);
        Trade(99_000, 0.3m);
        Trade(102_000, 0.1m);

        var minutes = Snapshot("1m", start);
        Assert.Equal(2, minutes.Count);
        Assert.Equal(
            $$"""{"t":{{start}},"T":{{start + 59_999}},"s":"BTC","i":"1m","o":"100000.0","c":"101000.0","h":"101000.0","l":"100000.0","v":"0.3","n":2}""",
            minutes[0]!.ToJsonString());
        var hour = Assert.Single(Snapshot("1h", start + 1))!;
        Assert.Equal(
            ("102000.0", "102000.0", "99000.0", "0.7", 4),
            ((string?)hour["c"], (string?)hour["h"], (string?)hour["l"], (string?)hour["v"], (int)hour["n"]!));
    }

    [Fact]
    public void Includes_the_candle_that_holds_the_start_and_skips_those_without_trades()
    {
        Trade(100_000, 0.1m);
        Advance(600_000);
        Trade(100_000, 0.1m);
        Assert.Equal([start, start + 600_000], Snapshot("1m", start + 1).Select(candle => (long)candle!["t"]!));
        Assert.Equal([start + 600_000], Snapshot("1m", start + 60_000).Select(candle => (long)candle!["t"]!));
    }

    [Fact]
    public void Pushes_the_present_candle_when_it_changes()
    {
        var socket = venue.Connect();
        socket.Subscribe("""{"type":"candle","interval":"1m","coin":"BTC"}""");
        Trade(100_000, 0.1m);
        Trade(100_500, 0.1m);
        var pushes = socket.Take().Where(frame => (string?)frame["channel"] == "candle").ToList();
        Assert.Equal(["0.1", "0.2"], pushes.Select(push => (string?)push["data"]!["v"]));
    }

    [Fact]
    public void Has_calendar_months()
    {
        venue.Admin("POST", "/sim/clock", new JsonObject { ["now"] = 1_772_323_200_000 - 1 }); // the end of February 2026
        Trade(100_000, 0.1m);
        Advance(1);
        Trade(100_000, 0.1m);
        Assert.Equal([1_769_904_000_000, 1_772_323_200_000], Snapshot("1M", 0).Select(candle => (long)candle!["t"]!));
    }

    private void Trade(int px, decimal sz)
    {
        maker.Resting(0, buy: false, px, sz);
        taker.Order(0, buy: true, px, sz);
    }

    private void Advance(long ms) => venue.Admin("POST", "/sim/clock", new JsonObject { ["advance"] = ms });

    private JsonArray Snapshot(string interval, long from) =>
        venue.Info($$$"""{"type":"candleSnapshot","req":{"coin":"BTC","interval":"{{{interval}}}","startTime":{{{from}}}}}""")!.AsArray();
}
