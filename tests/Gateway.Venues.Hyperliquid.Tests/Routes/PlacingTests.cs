using Gateway.Testing.Venues;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Routes;

public sealed class PlacingTests
{
    [Fact]
    public void An_order_is_posted_with_its_asset_cloid_and_last_valid_moment() => VenueWorld.Connected(world =>
    {
        world.Place(7);

        var payload = Assert.Single(world.Orders.Posts).GetProperty("request").GetProperty("payload");
        Assert.Equal(
            $$$"""{"type":"order","orders":[{"a":0,"b":true,"p":"50000","s":"0.02","r":false,"t":{"limit":{"tif":"Gtc"}},"c":"{{{VenueWorld.CloidOf(7)}}}"}],"grouping":"na"}""",
            payload.GetProperty("action").GetRawText());
        Assert.Equal(world.Clock.GetUtcNow().ToUnixTimeMilliseconds(), payload.GetProperty("nonce").GetInt64());
        Assert.Equal(world.Clock.GetUtcNow().AddSeconds(5).ToUnixTimeMilliseconds(), payload.GetProperty("expiresAfter").GetInt64());
        Assert.False(payload.TryGetProperty("vaultAddress", out _));
        Assert.Equal(new OrderId(7), Assert.Single(world.Of<VenueEvent.OrderSent>()).Order);
    });

    [Theory]
    [InlineData(false, false, """{"limit":{"tif":"Gtc"}}""")]
    [InlineData(true, false, """{"limit":{"tif":"Alo"}}""")]
    [InlineData(false, true, """{"limit":{"tif":"Ioc"}}""")]
    public void Its_lifetime_is_the_venues_tif(bool postOnly, bool immediate, string kind) => VenueWorld.Connected(world =>
    {
        world.Place(1, intent => intent with
        {
            PostOnly = postOnly,
            TimeInForce = immediate ? TimeInForce.ImmediateOrCancel : TimeInForce.GoodTilCanceled,
        });

        Assert.Equal(kind, Assert.Single(world.Orders.Posts).GetProperty("request").GetProperty("payload")
            .GetProperty("action").GetProperty("orders")[0].GetProperty("t").GetRawText());
    });

    [Fact]
    public void A_resting_order_is_acknowledged() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.AnswerStatus("""{"resting":{"oid":77738308}}""");

        Assert.Equal("77738308", Assert.Single(world.Of<VenueEvent.OrderAcknowledged>()).ExchangeOrderId);
    });

    [Theory]
    [InlineData(TimeInForce.GoodTilCanceled, "0.02", DoneCause.Filled)]
    [InlineData(TimeInForce.ImmediateOrCancel, "0.02", DoneCause.Filled)]
    [InlineData(TimeInForce.ImmediateOrCancel, "0.01", DoneCause.Canceled)]
    public void An_order_that_does_not_rest_is_done_with_what_it_executed(TimeInForce lifetime, string size, DoneCause cause) => VenueWorld.Connected(world =>
    {
        world.Place(1, intent => intent with { TimeInForce = lifetime });
        world.AnswerStatus($$$"""{"filled":{"totalSz":"{{{size}}}","avgPx":"50000.0","oid":5}}""");

        var done = Assert.Single(world.Of<VenueEvent.OrderDone>());
        Assert.Equal((cause, decimal.Parse(size, System.Globalization.CultureInfo.InvariantCulture), "5"), (done.Cause, done.Executed!.Value.Value, done.ExchangeOrderId));
    });

    [Fact]
    public void A_resting_kind_of_order_that_was_filled_in_part_is_not_taken_for_ended() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.AnswerStatus("""{"filled":{"totalSz":"0.01","avgPx":"50000.0","oid":5}}""");

        Assert.Empty(world.Of<VenueEvent.OrderDone>());
        Assert.Single(world.Of<VenueEvent.OrderAcknowledged>());
    });

    [Theory]
    [InlineData("""{"status":"ok","response":{"type":"order","data":{"statuses":[{"error":"Order must have minimum value of $10. asset=0"}]}}}""", "Order must have minimum value of $10. asset=0")]
    [InlineData("""{"status":"err","response":"Action already expired"}""", "Action already expired")]
    [InlineData("""{"status":"err","response":"Too many cumulative requests sent (97460 > 97456) for cumulative volume traded $87457.46. Place taker orders to free up 1 request per USDC traded."}""", "Too many cumulative requests sent (97460 > 97456) for cumulative volume traded $87457.46. Place taker orders to free up 1 request per USDC traded.")]
    [InlineData("""{"status":"err","response":"User or API Wallet 0x4b6c5b1287e38b78e61d5dbca726d5e267eda747 does not exist."}""", "User or API Wallet 0x4b6c5b1287e38b78e61d5dbca726d5e267eda747 does not exist.")]
    public void A_refusal_is_reported_in_the_venues_words(string payload, string words) => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.Answer(payload);

        Assert.Equal(words, Assert.Single(world.Of<VenueEvent.OrderRejected>()).Reason);
    });

    [Theory]
    [InlineData("429 Too Many Requests", true)]
    [InlineData("422 Unprocessable Entity: bad", true)]
    [InlineData("502 Bad Gateway", false)]
    [InlineData("504 Gateway Timeout", false)]
    public void Trouble_before_admission_is_a_refusal_and_behind_it_an_unknown_outcome(string text, bool refused) => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.Push(world.Orders, $$$$"""{"channel":"post","data":{"id":1,"response":{"type":"error","payload":"{{{{text}}}}"}}}""");

        Assert.Equal(refused ? text : null, world.Of<VenueEvent.OrderRejected>().SingleOrDefault()?.Reason);
        Assert.Equal(refused ? null : text, world.Of<VenueEvent.PlaceUnknown>().SingleOrDefault()?.Cause);
    });

    [Fact]
    public void Too_many_posts_in_flight_is_a_refusal_of_the_post_it_names() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        var second = world.Place(2);
        world.Push(world.Orders, """{"channel":"error","data":"too many pending post requests id=2"}""");

        Assert.Equal(second, Assert.Single(world.Of<VenueEvent.OrderRejected>()).Order);
    });

    [Theory]
    [InlineData("""{"status":"err","response":"Invalid nonce: duplicate nonce 1767323045000"}""")]
    [InlineData("""{"status":"ok","response":{"type":"order","data":{"statuses":[]}}}""")]
    [InlineData("""{"status":"ok","response":{"type":"order","data":{"statuses":[{"surprise":1}]}}}""")]
    [InlineData("""{"status":"perhaps"}""")]
    [InlineData("null")]
    public void An_answer_that_proves_nothing_leaves_the_outcome_unknown(string payload) => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.Answer(payload);

        Assert.Single(world.Of<VenueEvent.PlaceUnknown>());
        Assert.Empty(world.Of<VenueEvent.OrderRejected>());
    });

    [Fact]
    public void Without_an_answer_in_time_the_outcome_is_unknown_and_a_late_answer_still_counts() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.Pass(world.Options.ReplyTimeout - TimeSpan.FromMilliseconds(50));
        Assert.Empty(world.Of<VenueEvent.PlaceUnknown>());
        world.Pass(TimeSpan.FromMilliseconds(400));
        Assert.Single(world.Of<VenueEvent.PlaceUnknown>());

        world.AnswerStatus("""{"resting":{"oid":9}}""");

        Assert.Single(world.Of<VenueEvent.OrderAcknowledged>());
        Assert.Single(world.Of<VenueEvent.PlaceUnknown>());
    });

    [Fact]
    public void A_lost_connection_leaves_the_outcome_unknown_and_nothing_is_sent_again() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.Orders.Break();
        world.Pass(TimeSpan.FromSeconds(2));

        Assert.Single(world.Of<VenueEvent.PlaceUnknown>());
        Assert.True(world.Heard.FindIndex(heard => heard is VenueEvent.AccountDisconnected) < world.Heard.FindIndex(heard => heard is VenueEvent.PlaceUnknown));
        Assert.Equal([1L, 2L], world.Of<VenueEvent.AccountConnected>().Select(connected => connected.Epoch));
        Assert.Single(world.Network.Sockets.SelectMany(socket => socket.Posts));
    });

    [Fact]
    public void A_send_that_fails_leaves_the_outcome_unknown() => VenueWorld.Connected(world =>
    {
        world.Orders.FailsOnSend = true;
        world.Place(1);

        Assert.Single(world.Of<VenueEvent.PlaceUnknown>());
        Assert.Empty(world.Of<VenueEvent.OrderRejected>());
    });

    [Fact]
    public void Without_a_connection_an_order_is_refused_and_never_sent() => VenueWorld.Connected(world =>
    {
        world.Network.IsDown = true;
        world.Orders.Break();
        world.Run();
        world.Place(1);
        world.Network.IsDown = false;
        world.Pass(TimeSpan.FromSeconds(5));

        Assert.StartsWith("Not sent:", Assert.Single(world.Of<VenueEvent.OrderRejected>()).Reason, StringComparison.Ordinal);
        Assert.Empty(world.Network.Sockets.SelectMany(socket => socket.Posts));
    });

    [Fact]
    public void An_order_whose_time_is_up_is_not_sent() => VenueWorld.Connected(world =>
    {
        var intent = world.Intent;
        world.Venue.TrySubmit(new Instruction.Place(new OrderId(1), intent, world.Clock.GetUtcNow()));
        world.Run();

        Assert.StartsWith("Not sent: its last valid moment", Assert.Single(world.Of<VenueEvent.OrderRejected>()).Reason, StringComparison.Ordinal);
        Assert.Empty(world.Orders.Posts);
    });

    [Fact]
    public void A_full_queue_takes_no_more_orders_but_still_takes_cancels() => VenueWorld.Stopped(
        world =>
        {
            world.Start();
            var intent = world.Intent;
            bool Submit(long number) => world.Venue.TrySubmit(new Instruction.Place(new OrderId(number), intent, world.Clock.GetUtcNow().AddSeconds(5)));

            // Nothing runs in between, so nothing leaves the queue.
            Assert.True(Submit(1) && Submit(2) && Submit(3));
            Assert.False(Submit(4));
            Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(VenueWorld.Account, world.Live(9))));
        },
        options => options.QueueCapacity = 3);

    [Fact]
    public void Nothing_waits_for_an_answer_before_the_next_is_sent_until_80_are_in_flight() => VenueWorld.Connected(world =>
    {
        for (var number = 1; number <= 90; number++)
            world.Place(number);
        Assert.Equal(80, world.Orders.Posts.Count);

        world.AnswerStatus("""{"resting":{"oid":1}}""");

        Assert.Equal(81, world.Orders.Posts.Count);
    });

    [Fact]
    public void Nonces_never_repeat_and_only_grow() => VenueWorld.Connected(world =>
    {
        for (var number = 1; number <= 20; number++)
            world.Place(number);

        var nonces = world.Orders.Posts.Select(post => post.GetProperty("request").GetProperty("payload").GetProperty("nonce").GetInt64()).ToList();
        Assert.Equal(nonces.Distinct().Order(), nonces);
    });
}
