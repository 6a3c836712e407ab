using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Connection;

public sealed class StreamTests
{
    private static string Order(string cloid, string size = "0.0", string more = "") =>
        $$"""{"coin":"BTC","side":"B","limitPx":"50000.0","sz":"{{size}}","oid":5,"timestamp":1767323045000,"origSz":"0.02"{{cloid}}{{more}}}""";

    private static string Ours(long number = 1) => $",\"cloid\":\"{VenueWorld.CloidOf(number)}\"";

    private static string Fill(string more, string price = "50000.0") =>
        $$"""{"coin":"BTC","px":"{{price}}","sz":"0.00057","side":"A","time":1770221991611,"startPosition":"0.00061","dir":"Close Long","closedPnl":"-5.205696","hash":"0x31","oid":5,"crossed":true,"fee":"0.018132","tid":75079266971922,"feeToken":"USDC","twapId":null{{more}}}""";

    [Fact]
    public void Both_feeds_are_subscribed_to_for_the_account() => VenueWorld.Connected(world => Assert.Equal(
        [$$$"""{"method":"subscribe","subscription":{"type":"orderUpdates","user":"{{{VenueWorld.Address}}}"}}""",
            $$$"""{"method":"subscribe","subscription":{"type":"userFills","user":"{{{VenueWorld.Address}}}"}}"""],
        world.Stream.Sent));

    [Fact]
    public void The_account_is_connected_only_once_the_feeds_are_confirmed() => VenueWorld.Stopped(world =>
    {
        world.ConfirmsSubscriptions = false;
        world.Start();
        Assert.Empty(world.Heard);

        world.Push(world.Stream, """{"channel":"subscriptionResponse","data":{"method":"subscribe","subscription":{"type":"orderUpdates"}}}""");
        Assert.Empty(world.Heard);
        world.Push(world.Stream, """{"channel":"subscriptionResponse","data":{"method":"subscribe","subscription":{"type":"userFills","aggregateByTime":false}}}""");

        Assert.Equal(1, Assert.Single(world.Of<VenueEvent.AccountConnected>()).Epoch);
    });

    [Fact]
    public void A_feed_that_is_not_confirmed_in_time_is_asked_for_on_a_new_connection() => VenueWorld.Stopped(world =>
    {
        world.ConfirmsSubscriptions = false;
        world.Start();
        world.Pass(world.Options.ConnectTimeout + TimeSpan.FromSeconds(1));

        Assert.Equal(2, world.Network.Sockets.Count(socket => socket.IsStream));
    });

    [Fact]
    public void A_refused_feed_ends_the_connection() => VenueWorld.Connected(world =>
    {
        world.Push(world.Stream, """{"channel":"error","data":"Invalid subscription {}"}""");

        Assert.Contains("Invalid subscription", Assert.Single(world.Of<VenueEvent.AccountDisconnected>()).Cause, StringComparison.Ordinal);
    });

    [Fact]
    public void A_message_cut_in_half_ends_the_connection_because_what_it_told_is_lost() => VenueWorld.Connected(world =>
    {
        world.Push(world.Stream, "{\"channel\":\"orderUpdates\",\"data\":[{\"order\":");

        Assert.Contains("cannot be read", Assert.Single(world.Of<VenueEvent.AccountDisconnected>()).Cause, StringComparison.Ordinal);
    });

    [Fact]
    public void A_greeting_in_plain_words_is_passed_over() => VenueWorld.Connected(world =>
    {
        world.Push(world.Stream, "Websocket connection established.");
        world.Push(world.Orders, "Websocket connection established.");
        world.PushUpdate(Order(Ours()), "filled");

        Assert.Single(world.Of<VenueEvent.OrderDone>());
        Assert.Empty(world.Of<VenueEvent.AccountDisconnected>());
    });

    [Theory]
    [InlineData("open")]
    [InlineData("triggered")]
    public void A_live_order_is_acknowledged(string status) => VenueWorld.Connected(world =>
    {
        world.PushUpdate(Order(Ours(), size: "0.02"), status);

        Assert.Equal("5", Assert.Single(world.Of<VenueEvent.OrderAcknowledged>()).ExchangeOrderId);
    });

    [Theory]
    [InlineData("filled", "0.0", DoneCause.Filled, "0.02")]
    [InlineData("canceled", "0.005", DoneCause.Canceled, "0.015")]
    [InlineData("marginCanceled", "0.02", DoneCause.Canceled, "0")]
    [InlineData("selfTradeCanceled", "0.02", DoneCause.Canceled, "0")]
    [InlineData("scheduledCancel", "0.02", DoneCause.Canceled, "0")]
    [InlineData("internalCancel", "0.02", DoneCause.Canceled, "0")]
    [InlineData("novelCanceled", "0.01", DoneCause.Canceled, "0.01")]
    public void An_ended_order_is_done_with_what_its_sizes_say(string status, string left, DoneCause cause, string executed) => VenueWorld.Connected(world =>
    {
        world.PushUpdate(Order(Ours(), left), status);

        var done = Assert.Single(world.Of<VenueEvent.OrderDone>());
        Assert.Equal((cause, executed, status), (done.Cause, done.Executed.ToString(), done.Words));
    });

    [Theory]
    [InlineData("reduceOnlyCanceled")]
    [InlineData("canceled")]
    [InlineData("filled")]
    public void The_sizes_of_a_reduce_only_order_say_nothing_because_it_shrinks(string status) => VenueWorld.Connected(world =>
    {
        world.PushUpdate(Order(Ours(), "0.01", ",\"reduceOnly\":true"), status);

        Assert.Null(Assert.Single(world.Of<VenueEvent.OrderDone>()).Executed);
    });

    [Theory]
    [InlineData("rejected")]
    [InlineData("perpMarginRejected")]
    [InlineData("iocCancelRejected")]
    [InlineData("novelRejected")]
    public void A_rejection_is_reported_by_its_word(string status) => VenueWorld.Connected(world =>
    {
        world.PushUpdate(Order(Ours(), "0.02"), status);

        Assert.Equal((status, "5"), (Assert.Single(world.Of<VenueEvent.OrderRejected>()).Reason, world.Of<VenueEvent.OrderRejected>()[0].ExchangeOrderId));
    });

    [Fact]
    public void A_rejection_that_overtakes_the_answer_leaves_the_venues_sentence_to_the_answer() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.PushUpdate(Order(Ours(), "0.02"), "perpMarginRejected");
        world.AnswerStatus("""{"error":"Insufficient margin to place order. asset=0"}""");

        Assert.Equal("Insufficient margin to place order. asset=0", Assert.Single(world.Of<VenueEvent.OrderRejected>()).Reason);
    });

    [Fact]
    public void A_status_that_is_not_known_proves_nothing() => VenueWorld.Connected(world =>
    {
        var before = world.Heard.Count;
        world.PushUpdate(Order(Ours()), "pondering");

        Assert.Equal(before, world.Heard.Count);
        Assert.Contains(world.Log.Lines, line => line.StartsWith("3103", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("filled", "Filled")]
    [InlineData("canceled", "Canceled")]
    [InlineData("triggered", "stands,stands")]
    public void Orders_of_others_that_came_and_went_within_one_message_never_stood(string after, string told) => VenueWorld.Connected(world =>
    {
        var (first, second) = (Order(""), Order(""));
        world.Push(world.Stream, $$$"""{"channel":"orderUpdates","data":[{"order":{{{first}}},"status":"open"},{"order":{{{second}}},"status":"{{{after}}}"}]}""");

        Assert.Equal(told, string.Join(',', world.Of<VenueEvent.ForeignOrder>().Select(order => order.Ended?.ToString() ?? "stands")));
    });

    [Fact]
    public void Orders_of_others_are_reported_as_such() => VenueWorld.Connected(world =>
    {
        world.PushUpdate(Order(""), "open");
        world.PushUpdate(Order(",\"cloid\":\"0x00000000000000000000000000000001\""), "filled");
        world.PushUpdate(Order("").Replace("\"BTC\"", "\"NOBODY\"", StringComparison.Ordinal), "open");

        Assert.Equal([null, DoneCause.Filled], world.Of<VenueEvent.ForeignOrder>().Select(order => order.Ended));
        Assert.All(world.Of<VenueEvent.ForeignOrder>(), order => Assert.Equal(world.Btc.Id, order.Terms.Market));
        Assert.Empty(world.Of<VenueEvent.OrderDone>());
    });

    [Fact]
    public void A_fill_is_read_to_the_last_digit() => VenueWorld.Connected(world =>
    {
        world.PushFill(Fill(Ours()));

        var filled = Assert.Single(world.Of<VenueEvent.OrderFilled>());
        Assert.Equal(new OrderId(1), filled.Order);
        Assert.Equal(
            new Fill
            {
                Account = VenueWorld.Account,
                Key = "1770221991611:BTC:75079266971922:5",
                Market = world.Btc.Id,
                Side = Side.Sell,
                Price = new Price(50000),
                Quantity = new Quantity(0.00057m),
                ExchangeFillId = "75079266971922",
                ExchangeOrderId = "5",
                Fee = 0.018132m,
                FeeProduct = new ProductId("USDC Crypto"),
                Liquidity = Liquidity.Taker,
                TradeTime = DateTimeOffset.FromUnixTimeMilliseconds(1770221991611),
                ReceivedTime = world.Clock.GetUtcNow(),
            },
            filled.Fill);
    });

    [Fact]
    public void A_fill_without_a_cloid_is_recognised_by_the_venues_number_of_the_order() => VenueWorld.Connected(world =>
    {
        world.Place(3);
        world.AnswerStatus("""{"resting":{"oid":5}}""");
        world.PushFill(Fill(""));

        Assert.Equal(new OrderId(3), Assert.Single(world.Of<VenueEvent.OrderFilled>()).Order);
    });

    [Fact]
    public void A_fill_of_another_program_is_reported_as_nobodys() => VenueWorld.Connected(world =>
    {
        world.PushFill(Fill(",\"cloid\":\"0x50800002042600047cdd48400012cb13\""));

        Assert.Null(Assert.Single(world.Of<VenueEvent.OrderFilled>()).Order);
    });

    [Fact]
    public void Of_a_snapshot_only_the_last_day_is_news() => VenueWorld.Connected(world =>
    {
        var now = world.Clock.GetUtcNow();
        string At(DateTimeOffset time) => Fill("").Replace("1770221991611", time.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var fills = $"[{At(now.AddDays(-400))},{At(now.AddHours(-25))},{At(now.AddHours(-23))}]";

        world.Push(world.Stream, $$$"""{"channel":"userFills","data":{"isSnapshot":true,"user":"{{{VenueWorld.Address}}}","fills":{{{fills}}} } }""");
        Assert.Equal([now.AddHours(-23)], world.Of<VenueEvent.OrderFilled>().Select(filled => filled.Fill.TradeTime!.Value));

        world.PushFill(At(now.AddDays(-2)));
        Assert.Equal(2, world.Of<VenueEvent.OrderFilled>().Count);
    });

    [Theory]
    [InlineData("""{"coin":"BTC","px":"much","sz":"1","side":"A","time":1770221991611,"oid":5,"crossed":true,"fee":"0.0","tid":1,"feeToken":"USDC"}""")]
    [InlineData("""{"coin":"NOSUCH","px":"5","sz":"1","side":"A","time":1770221991611,"oid":5,"crossed":true,"fee":"0.0","tid":1,"feeToken":"USDC"}""")]
    [InlineData("""{"coin":"BTC"}""")]
    [InlineData("17")]
    public void A_fill_that_cannot_be_read_in_full_is_aberrant_but_not_lost(string fill) => VenueWorld.Connected(world =>
    {
        world.PushFill(fill);
        world.PushFill(fill);

        var filled = world.Of<VenueEvent.OrderFilled>();
        Assert.Equal([fill, fill], filled.Select(heard => heard.Fill.Raw));
        Assert.Equal(filled[0].Fill.Key, filled[1].Fill.Key);
        Assert.Empty(world.Of<VenueEvent.AccountDisconnected>());
    });

    [Fact]
    public void An_update_that_cannot_be_read_is_passed_over_and_logged() => VenueWorld.Connected(world =>
    {
        world.Push(world.Stream, """{"channel":"orderUpdates","data":[7,{"order":{}}]}""");
        world.PushUpdate(Order(Ours()), "filled");

        Assert.Single(world.Of<VenueEvent.OrderDone>());
        Assert.Equal(2, world.Log.Lines.Count(line => line.StartsWith("3004", StringComparison.Ordinal)));
    });
}
