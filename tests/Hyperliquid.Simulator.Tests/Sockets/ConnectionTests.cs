namespace Hyperliquid.Simulator.Tests.Sockets;

public sealed class ConnectionTests
{
    private readonly TestVenue venue = new();
    private readonly TestSocket socket;

    public ConnectionTests() => socket = venue.Connect();

    [Fact]
    public void Answers_a_ping()
    {
        socket.Send("""{"method":"ping"}""");
        Assert.Equal(["""{"channel":"pong"}"""], socket.Texts);
    }

    [Fact]
    public void Fills_defaults_into_the_acknowledgement_and_drops_what_it_does_not_know()
    {
        socket.Subscribe("""{"coin":"BTC","type":"l2Book","extra":1}""");
        Assert.Equal(
            """{"channel":"subscriptionResponse","data":{"method":"subscribe","subscription":{"type":"l2Book","coin":"BTC","nSigFigs":null,"mantissa":null}}}""",
            socket.Texts[0]);
    }

    [Fact]
    public void Refuses_to_subscribe_twice_and_to_unsubscribe_what_is_not()
    {
        socket.Subscribe("""{"type":"trades","coin":"BTC"}""");
        socket.Subscribe("""{"type":"trades","coin":"BTC"}""");
        socket.Send("""{"method":"unsubscribe","subscription":{"type":"trades","coin":"BTC"}}""");
        socket.Send("""{"method":"unsubscribe","subscription":{"type":"trades","coin":"BTC"}}""");
        var frames = socket.Take();
        Assert.Equal("""Already subscribed: {"type":"trades","coin":"BTC"}""", (string?)frames[1]["data"]);
        Assert.Equal("unsubscribe", (string?)frames[2]["data"]!["method"]);
        Assert.Equal("""Already unsubscribed: {"type":"trades","coin":"BTC"}""", (string?)frames[3]["data"]);
    }

    [Theory]
    [InlineData("""{"type":"nope"}""")]
    [InlineData("""{"type":"orderUpdates","user":"me"}""")]
    [InlineData("""{"type":"trades"}""")]
    public void Names_an_invalid_subscription(string subscription)
    {
        socket.Subscribe(subscription);
        Assert.Equal($"Invalid subscription {subscription}", (string?)socket.Take()[0]["data"]);
    }

    [Theory]
    [InlineData("""{"type":"trades","coin":"btc"}""")]
    [InlineData("""{"type":"l2Book","coin":"BTC","nSigFigs":9}""")]
    public void Drops_the_connection_for_an_unknown_coin_or_depth(string subscription)
    {
        socket.Subscribe(subscription);
        Assert.True(socket.IsAborted);
        Assert.Empty(socket.Texts);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("""{"method":"dance"}""")]
    [InlineData("""{"method":"post","request":{"type":"info","payload":{"type":"meta"}}}""")]
    [InlineData("""{"method":"post","id":1,"request":{"type":"info","payload":{"type":"nope"}}}""")]
    public void Repeats_a_frame_it_cannot_read(string frame)
    {
        socket.Send(frame);
        Assert.Equal($"Error parsing JSON into valid websocket request: {frame}", (string?)socket.Take()[0]["data"]);
    }

    [Fact]
    public void Wraps_an_info_answer_in_its_type()
    {
        socket.Send("""{"method":"post","id":5,"request":{"type":"info","payload":{"type":"l2Book","coin":"NOPE"}}}""");
        Assert.Equal(
            """{"channel":"post","data":{"id":5,"response":{"type":"info","payload":{"type":"l2Book","data":null}}}}""",
            socket.Texts[0]);
    }

    [Fact]
    public void Mirrors_the_http_error_of_a_post()
    {
        socket.Send("""{"method":"post","id":6,"request":{"type":"action","payload":{"action":{"type":"nope"}}}}""");
        socket.Send("""{"method":"post","id":7,"request":{"type":"info","payload":{"type":"l2Book"}}}""");
        Assert.All(socket.Take(), frame => Assert.Equal(
            "422 Unprocessable Entity: Failed to deserialize the JSON body into the target type",
            (string?)frame["data"]!["response"]!["payload"]));
    }

    [Fact]
    public void Replies_first_and_then_tells_of_orders_fills_events_and_trades()
    {
        var (maker, taker) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(0, buy: false, 100_000, 0.5m);
        foreach (var type in (string[])["userEvents", "userFills", "orderUpdates"])
            socket.Subscribe($$"""{"type":"{{type}}","user":"{{taker.Address}}"}""");
        socket.Subscribe("""{"type":"bbo","coin":"BTC"}""");
        socket.Subscribe("""{"type":"trades","coin":"BTC"}""");
        socket.Take();
        socket.Send(Post(9, taker.Sign(Trader.OrderAction(0, buy: true, 100_000, 0.2m))));
        Assert.Equal(["post", "orderUpdates", "userFills", "user", "trades", "bbo"], socket.TakeChannels());
    }

    [Fact]
    public void Tells_an_order_that_fills_at_once_as_open_and_filled_in_one_message()
    {
        var (maker, taker) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(0, buy: false, 100_000, 0.5m);
        socket.Subscribe($$"""{"type":"orderUpdates","user":"{{taker.Address}}"}""");
        socket.Take();
        taker.Order(0, buy: true, 100_000, 0.2m);
        var updates = Assert.Single(socket.Take())["data"]!.AsArray();
        Assert.Equal(
            [("open", "0.2"), ("filled", "0.0")],
            updates.Select(update => ((string?)update!["status"], (string?)update["order"]!["sz"])));
    }

    [Fact]
    public void Starts_fills_with_a_snapshot_oldest_first()
    {
        var (maker, taker) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(0, buy: false, 100_000, 0.5m);
        taker.Order(0, buy: true, 100_000, 0.2m);
        taker.Order(0, buy: true, 100_000, 0.1m);
        socket.Subscribe($$"""{"type":"userFills","user":"{{taker.Address}}"}""");
        var snapshot = socket.Take()[1]["data"]!;
        Assert.True((bool)snapshot["isSnapshot"]!);
        Assert.Equal(["0.2", "0.1"], snapshot["fills"]!.AsArray().Select(fill => (string?)fill!["sz"]));
        taker.Order(0, buy: true, 100_000, 0.1m);
        Assert.Null(socket.Take()[0]["data"]!["isSnapshot"]);
    }

    [Fact]
    public void Tells_nobody_of_somebody_else()
    {
        var (one, other) = (venue.Trader(1), venue.Trader(2));
        foreach (var type in (string[])["userEvents", "userFills", "orderUpdates"])
            socket.Subscribe($$"""{"type":"{{type}}","user":"{{other.Address}}"}""");
        socket.Take();
        one.Resting(0, buy: false, 100_000, 0.5m);
        Assert.Empty(socket.Take());
    }

    [Fact]
    public void Drops_a_connection_it_had_nothing_to_tell_for_a_minute()
    {
        venue.Time.Advance(TimeSpan.FromSeconds(59));
        venue.Simulation.Beat();
        socket.Send("""{"method":"ping"}""");
        venue.Time.Advance(TimeSpan.FromSeconds(59));
        venue.Simulation.Beat();
        Assert.False(socket.IsAborted);
        venue.Time.Advance(TimeSpan.FromSeconds(1));
        venue.Simulation.Beat();
        Assert.True(socket.IsAborted);
    }

    [Fact]
    public void Sends_a_changing_book_at_most_every_half_second()
    {
        var trader = venue.Trader(1);
        socket.Subscribe("""{"type":"l2Book","coin":"BTC"}""");
        venue.Simulation.Beat();
        socket.Take();
        trader.Resting(0, buy: true, 90_000, 0.1m);
        trader.Resting(0, buy: true, 90_001, 0.1m);
        venue.Time.Advance(TimeSpan.FromMilliseconds(499));
        venue.Simulation.Beat();
        Assert.Empty(socket.Take());
        venue.Time.Advance(TimeSpan.FromMilliseconds(1));
        venue.Simulation.Beat();
        Assert.Equal(2, Assert.Single(socket.Take())["data"]!["levels"]![0]!.AsArray().Count);
    }

    internal static string Post(int id, string payload) =>
        $$$"""{"method":"post","id":{{{id}}},"request":{"type":"action","payload":{{{payload}}}}}""";
}
