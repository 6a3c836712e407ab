using System.Net;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Connection;

/// <summary>A feed that is quiet because it is broken is told apart from one that is quiet because nothing happens.</summary>
public sealed class FeedTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_feed_that_is_rightly_quiet_is_asked_about_and_stays() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["openOrders"] = _ => """[{"oid":5}]""";
        world.Pass(TimeSpan.FromSeconds(190));

        Assert.Equal(3, world.Info.Of("openOrders").Count());
        Assert.Equal(3, world.Info.Of("userFillsByTime").Count());
        Assert.Empty(world.Of<VenueEvent.StreamSilent>());
        Assert.Empty(world.Of<VenueEvent.AccountDisconnected>());
    });

    [Fact]
    public void A_fill_that_the_feed_does_not_tell_shows_that_it_is_silent() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["userFillsByTime"] = _ => $"[{Fill(7)}]";
        world.Pass(TimeSpan.FromSeconds(63));
        Assert.Empty(world.Of<VenueEvent.StreamSilent>());
        world.Pass(TimeSpan.FromSeconds(4));

        var silent = Assert.Single(world.Of<VenueEvent.StreamSilent>());
        Assert.Equal("userFills", silent.Stream);
        Assert.Contains("has not told of fill 1770221991611:BTC:7:5", silent.Cause, StringComparison.Ordinal);
        Assert.IsType<VenueEvent.AccountDisconnected>(world.Heard[world.Heard.IndexOf(silent) + 1]);
        world.Pass(Second);
        Assert.Equal(2, world.Of<VenueEvent.AccountConnected>()[^1].Epoch);
    });

    [Fact]
    public void What_the_feed_tells_a_moment_later_was_not_missed() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["userFillsByTime"] = _ => $"[{Fill(7)}]";
        world.Info.Answers["openOrders"] = _ => world.Clock.GetUtcNow() < Rising(world) ? "[]" : """[{"oid":5}]""";
        world.Pass(TimeSpan.FromSeconds(62));
        world.PushFill(Fill(7));
        world.Pass(TimeSpan.FromSeconds(60));
        world.PushUpdate(Order, "open");
        world.Pass(TimeSpan.FromMinutes(3));

        Assert.Empty(world.Of<VenueEvent.StreamSilent>());
    });

    [Fact]
    public void An_order_that_the_feed_does_not_tell_shows_that_it_is_silent() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["openOrders"] = _ => world.Clock.GetUtcNow() < Rising(world) ? "[]" : """[{"oid":5}]""";
        world.Pass(TimeSpan.FromSeconds(127));

        var silent = Assert.Single(world.Of<VenueEvent.StreamSilent>());
        Assert.Equal(("orderUpdates", true), (silent.Stream, silent.Cause.Contains("order 5", StringComparison.Ordinal)));
    });

    [Fact]
    public void The_end_of_an_order_that_the_feed_does_not_tell_shows_that_it_is_silent() => VenueWorld.Connected(world =>
    {
        world.PushUpdate(Order, "open");
        world.Info.Answers["openOrders"] = _ => world.Clock.GetUtcNow() < Rising(world) ? """[{"oid":5}]""" : "[]";
        world.Pass(TimeSpan.FromSeconds(127));

        Assert.Contains("the end of order 5", Assert.Single(world.Of<VenueEvent.StreamSilent>()).Cause, StringComparison.Ordinal);
    });

    [Fact]
    public void An_end_that_was_told_is_not_missed() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["openOrders"] = _ => world.Clock.GetUtcNow() < Rising(world) ? """[{"oid":5}]""" : "[]";
        world.Pass(TimeSpan.FromSeconds(62));
        world.PushUpdate(Order, "canceled");
        world.Pass(TimeSpan.FromMinutes(4));

        Assert.Empty(world.Of<VenueEvent.StreamSilent>());
    });

    [Fact]
    public void What_other_feeds_tell_and_pongs_do_not_put_the_question_off() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["userFillsByTime"] = _ => $"[{Fill(7)}]";
        for (var second = 0; second < 67; second++)
        {
            world.PushUpdate(Order, "open");
            world.Push(world.Stream, """{"channel":"pong"}""");
            world.Pass(Second);
        }

        Assert.Equal("userFills", Assert.Single(world.Of<VenueEvent.StreamSilent>()).Stream);
    });

    [Fact]
    public void What_the_feed_itself_tells_puts_the_question_off_but_not_for_ever() => VenueWorld.Connected(world =>
    {
        for (var second = 0; second < 299; second++)
        {
            world.PushFill(Fill(second));
            world.Pass(Second);
        }

        Assert.Empty(world.Info.Of("userFillsByTime"));
        world.Pass(TimeSpan.FromSeconds(2));
        Assert.Single(world.Info.Of("userFillsByTime"));
    });

    [Fact]
    public void A_venue_that_cannot_be_asked_proves_nothing_about_a_feed() => VenueWorld.Connected(world =>
    {
        world.Info.Status = HttpStatusCode.BadGateway;
        world.Pass(TimeSpan.FromMinutes(4));

        Assert.Empty(world.Of<VenueEvent.StreamSilent>());
        Assert.Empty(world.Of<VenueEvent.AccountDisconnected>());
        Assert.Contains(world.Log.Lines, line => line.StartsWith("3007", StringComparison.Ordinal));
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

    // Between the first look and the second.
    private static DateTimeOffset Rising(VenueWorld world) => world.Began + TimeSpan.FromSeconds(90);
}
