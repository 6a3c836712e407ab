using System.Globalization;
using System.Net;
using Gateway.Testing;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Tests.Fakes;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Tests.Connection;

/// <summary>A feed that is quiet because it is broken is told apart from one that is quiet because nothing happens.</summary>
public sealed class FeedTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_feed_that_is_rightly_quiet_stays_and_costs_no_question_of_its_own() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["openOrders"] = _ => """[{"oid":5}]""";
        Look(world, times: 4);

        Assert.Equal(4, world.Info.Of("openOrders").Count());
        Assert.Equal(4, world.Info.Of("userFillsByTime").Count());
        Assert.Empty(world.Of<VenueEvent.StreamSilent>());
        Assert.Empty(world.Of<VenueEvent.AccountDisconnected>());
    });

    [Fact]
    public void A_fill_that_the_feed_does_not_tell_shows_that_it_is_silent() => VenueWorld.Connected(world =>
    {
        Look(world);
        world.Info.Answers["userFillsByTime"] = _ => $"[{Fill(7, world.Clock.GetUtcNow())}]";
        Look(world, wait: 4.9);
        Assert.Empty(world.Of<VenueEvent.StreamSilent>());
        world.Pass(Second);

        var silent = Assert.Single(world.Of<VenueEvent.StreamSilent>());
        Assert.Equal("userFills", silent.Stream);
        Assert.Contains("has not told of fill ", silent.Cause, StringComparison.Ordinal);
        Assert.Contains(":BTC:7:5", silent.Cause, StringComparison.Ordinal);
        Assert.IsType<VenueEvent.AccountDisconnected>(world.Heard[world.Heard.IndexOf(silent) + 1]);
        world.Pass(Second);
        Assert.Equal(2, world.Of<VenueEvent.AccountConnected>()[^1].Epoch);
    });

    [Fact]
    public void What_the_feed_tells_a_moment_later_was_not_missed() => VenueWorld.Connected(world =>
    {
        Look(world);
        var fill = Fill(7, world.Clock.GetUtcNow());
        world.Info.Answers["userFillsByTime"] = _ => $"[{fill}]";
        world.Info.Answers["openOrders"] = _ => """[{"oid":5}]""";
        Look(world, wait: 2);
        world.PushFill(fill);
        world.PushUpdate(Order, "open");
        Look(world, times: 3);

        Assert.Empty(world.Of<VenueEvent.StreamSilent>());
    });

    [Fact]
    public void What_the_first_look_shows_was_there_before_the_feed() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["userFillsByTime"] = _ => $"[{Fill(7, world.Began.AddMinutes(-2))}]";
        world.Info.Answers["openOrders"] = _ => """[{"oid":5}]""";
        Look(world, times: 3);

        Assert.Empty(world.Of<VenueEvent.StreamSilent>());
    });

    [Fact]
    public void An_order_that_the_feed_does_not_tell_shows_that_it_is_silent() => VenueWorld.Connected(world =>
    {
        Look(world);
        world.Info.Answers["openOrders"] = _ => """[{"oid":5}]""";
        Look(world);

        var silent = Assert.Single(world.Of<VenueEvent.StreamSilent>());
        Assert.Equal(("orderUpdates", true), (silent.Stream, silent.Cause.Contains("order 5", StringComparison.Ordinal)));
    });

    [Fact]
    public void The_end_of_an_order_that_the_feed_does_not_tell_shows_that_it_is_silent() => VenueWorld.Connected(world =>
    {
        world.PushUpdate(Order, "open");
        world.Info.Answers["openOrders"] = _ => """[{"oid":5}]""";
        Look(world);
        world.Info.Answers["openOrders"] = _ => "[]";
        Look(world);

        Assert.Contains("the end of order 5", Assert.Single(world.Of<VenueEvent.StreamSilent>()).Cause, StringComparison.Ordinal);
    });

    [Fact]
    public void An_end_that_was_told_is_not_missed() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["openOrders"] = _ => """[{"oid":5}]""";
        Look(world);
        world.Info.Answers["openOrders"] = _ => "[]";
        world.PushUpdate(Order, "canceled");
        Look(world, times: 3);

        Assert.Empty(world.Of<VenueEvent.StreamSilent>());
    });

    [Fact]
    public void What_other_feeds_tell_and_pongs_say_nothing_for_a_feed() => VenueWorld.Connected(world =>
    {
        Look(world);
        world.Info.Answers["userFillsByTime"] = _ => $"[{Fill(7, world.Clock.GetUtcNow())}]";
        world.Reconcile(1, fillsSince: null);
        for (var second = 0; second < 6; second++)
        {
            world.PushUpdate(Order, "open");
            world.Push(world.Stream, """{"channel":"pong"}""");
            world.Pass(Second);
        }

        Assert.Equal("userFills", Assert.Single(world.Of<VenueEvent.StreamSilent>()).Stream);
    });

    [Fact]
    public void A_single_fill_that_is_lost_on_a_lively_feed_shows_by_the_next_look() => VenueWorld.Connected(world =>
    {
        Look(world);
        var now = world.Clock.GetUtcNow();
        world.PushFill(Fill(8, now));
        world.PushFill(Fill(9, now));
        world.Info.Answers["userFillsByTime"] = _ => $"[{Fill(7, now)},{Fill(8, now)},{Fill(9, now)}]";
        Look(world);

        Assert.Contains(":BTC:7:5", Assert.Single(world.Of<VenueEvent.StreamSilent>()).Cause, StringComparison.Ordinal);
    });

    [Fact]
    public void What_was_told_longer_ago_than_is_remembered_is_not_held_against_the_feed() => SingleThread.Run(async thread =>
    {
        var clock = new ManualClock();
        var feed = new Feed<string>("userFills", clock);
        using var stop = new CancellationTokenSource();
        var watching = feed.WatchAsync(stop.Token);
        foreach (var item in Enumerable.Range(0, 70_000))
            feed.Tell($"fill {item}");
        feed.Show(["fill 0"]);
        feed.Show(["fill 0"]);
        Pass();
        Assert.Null(feed.Missed);

        // Looks that reach back to before that are over.
        feed.Show(["fill 70000"]);
        Pass();
        await Assert.ThrowsAsync<TransportException>(() => watching);

        void Pass()
        {
            thread.RunReady();
            clock.Advance(TimeSpan.FromSeconds(6));
            thread.RunReady();
        }
    });

    [Fact]
    public void A_venue_that_cannot_be_asked_proves_nothing_about_a_feed() => VenueWorld.Connected(world =>
    {
        Look(world);
        world.Info.Status = HttpStatusCode.BadGateway;
        Look(world, times: 3);

        Assert.Empty(world.Of<VenueEvent.StreamSilent>());
        Assert.Empty(world.Of<VenueEvent.AccountDisconnected>());
    });

    [Fact]
    public void A_connection_on_which_nothing_comes_in_is_a_silent_stream() => VenueWorld.Connected(world =>
    {
        world.AnswersPings = false;
        world.Pass(TimeSpan.FromSeconds(15.1));

        Assert.Contains("nothing has come in", Assert.Single(world.Of<VenueEvent.StreamSilent>()).Cause, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(",\"liquidation\":{\"liquidatedUser\":\"0x1111111111111111111111111111111111111111\",\"markPx\":\"1\",\"method\":\"market\"}", true)]
    [InlineData(",\"liquidation\":{\"liquidatedUser\":\"0x2222222222222222222222222222222222222222\",\"markPx\":\"1\",\"method\":\"market\"}", false)]
    [InlineData(",\"liquidation\":{\"markPx\":\"1\",\"method\":\"backstop\"}", true)]
    [InlineData("", false)]
    public void A_liquidation_is_told_by_whose_it_is(string more, bool ours) => VenueWorld.Connected(world =>
    {
        world.PushFill(Fill(7, more));

        Assert.Equal(ours, Assert.Single(world.Of<VenueEvent.OrderFilled>()).Fill.IsLiquidation);
    });

    private const string Order = """{"coin":"BTC","side":"B","limitPx":"50000.0","sz":"0.02","oid":5,"timestamp":1767323045000,"origSz":"0.02"}""";

    private static string Fill(long trade, string more = "") =>
        $$"""{"coin":"BTC","px":"50000.0","sz":"0.00057","side":"A","time":1770221991611,"startPosition":"0.00061","dir":"Close Long","closedPnl":"-5.205696","hash":"0x31","oid":5,"crossed":true,"fee":"0.018132","tid":{{trade}},"feeToken":"USDC"{{more}}}""";

    private static string Fill(long trade, DateTimeOffset at) =>
        Fill(trade).Replace("1770221991611", at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    // As the engine does: everything is asked about, and a while passes.
    private static void Look(VenueWorld world, int times = 1, double wait = 60)
    {
        for (var time = 0; time < times; time++)
        {
            world.Reconcile(1, fillsSince: null);
            world.Pass(TimeSpan.FromSeconds(wait));
        }
    }
}
