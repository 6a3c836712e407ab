using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Limits;

public sealed class LimitTests
{
    private const string AllMids = """{"type":"allMids"}""";
    private readonly TestVenue venue = new();
    private readonly Trader trader;

    public LimitTests() => trader = venue.Trader(1);

    [Fact]
    public void Does_not_limit_unless_asked()
    {
        for (var i = 0; i < 700; i++)
            Assert.Equal(200, venue.Simulation.AnswerInfo(AllMids).Status);
    }

    [Fact]
    public void Has_the_venues_limits_when_asked() => Assert.Equal(
        """{"ipWeight":1200,"requests":10000,"postsInFlight":100,"connections":10,"connectionsPerMinute":30,"subscriptions":1000,"users":10,"openOrders":1000,"messagesPerMinute":2000,"scheduledCancelVolume":1000000,"scheduledCancelsPerDay":10}""",
        Limit("""{"enforced":true}""").ToJsonString());

    [Theory]
    [InlineData(AllMids, 2)]
    [InlineData("""{"type":"meta"}""", 20)]
    [InlineData("""{"type":"userRole","user":"0x00000000000000000000000000000000000000aa"}""", 60)]
    public void Weighs_reads_within_a_minute(string request, int weight)
    {
        Limit($$"""{"ipWeight":{{2 * weight}}}""");
        Assert.Equal([200, 200, 429], Enumerable.Range(0, 3).Select(_ => venue.Simulation.AnswerInfo(request).Status));
        Assert.Equal("null", venue.Simulation.AnswerInfo(request).Body);
        venue.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, venue.Simulation.AnswerInfo(request).Status);
    }

    [Fact]
    public void Weighs_long_answers_by_their_items()
    {
        for (var i = 0; i < 40; i++)
            trader.Resting(0, buy: true, 90_000, 0.001m);
        var history = $$"""{"type":"historicalOrders","user":"{{trader.Address}}"}""";
        Limit("""{"ipWeight":24}""");
        Assert.Equal([200, 200, 429], new[] { history, AllMids, AllMids }.Select(request => venue.Simulation.AnswerInfo(request).Status));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(39, 1)]
    [InlineData(40, 2)]
    [InlineData(80, 3)]
    public void Weighs_actions_by_the_size_of_their_batch(int orders, int weight)
    {
        var batch = new JsonObject
        {
            ["type"] = "order",
            ["orders"] = new JsonArray([.. Enumerable.Range(0, orders).Select(_ => Trader.OrderJson(0, true, 90_000, 0.001m, "Gtc", false, null))]),
            ["grouping"] = "na",
        }.ToJsonString();
        Limit($$"""{"ipWeight":{{weight - 1}}}""");
        Assert.Equal(429, venue.Simulation.AnswerAction(trader.Sign(batch)).Reply!.Status);
        Limit($$"""{"ipWeight":{{weight}}}""");
        Assert.Equal(200, venue.Simulation.AnswerAction(trader.Sign(batch)).Reply!.Status);
    }

    [Fact]
    public void Answers_posts_with_the_status_as_text()
    {
        Limit("""{"ipWeight":0}""");
        var socket = venue.Connect();
        socket.Send("""{"method":"post","id":7,"request":{"type":"info","payload":{"type":"allMids"}}}""");
        Assert.Equal(
            """{"channel":"post","data":{"id":7,"response":{"type":"error","payload":"429 Too Many Requests"}}}""",
            socket.Take().Single().ToJsonString());
    }

    [Fact]
    public void Lets_an_address_that_is_out_of_requests_send_one_in_ten_seconds()
    {
        Limit("""{"requests":2}""");
        trader.Resting(0, buy: true, 90_000, 0.1m);
        var oid = trader.Resting(0, buy: true, 90_000, 0.1m);
        const string refusal = "Too many cumulative requests sent (3 > 2) for cumulative volume traded $0. Place taker orders to free up 1 request per USDC traded.";
        var order = Trader.OrderAction(0, buy: true, 90_000, 0.1m);
        Assert.Equal(refusal, (string?)trader.Act(order)["response"]);
        Assert.Equal("success", (string?)trader.Cancel(0, oid));
        venue.Admin("POST", "/sim/clock", new JsonObject { ["advance"] = 9_999 });
        Assert.Equal("err", (string?)trader.Act(order)["status"]);
        venue.Admin("POST", "/sim/clock", new JsonObject { ["advance"] = 1 });
        Assert.Equal("ok", (string?)trader.Act(order)["status"]);
        Assert.Equal("err", (string?)trader.Act(order)["status"]);
    }

    [Fact]
    public void Gives_an_address_a_request_for_each_dollar_traded()
    {
        Limit("""{"requests":1}""");
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse($$"""{"address":"{{trader.Address}}","cumVlm":2.5}"""));
        for (var i = 0; i < 3; i++)
            trader.Resting(0, buy: true, 90_000, 0.1m);
        Assert.Equal("err", (string?)trader.Act("""{"type":"noop"}""")["status"]);
        var told = venue.Info($$"""{"type":"userRateLimit","user":"{{trader.Address}}"}""")!;
        Assert.Equal((3, 3), ((int)told["nRequestsUsed"]!, (int)told["nRequestsCap"]!));
    }

    [Fact]
    public void Charges_five_requests_for_an_expired_action()
    {
        trader.Act("""{"type":"noop"}""", expiresAfter: venue.Now - 1);
        Assert.Equal(5, (int)venue.Info($$"""{"type":"userRateLimit","user":"{{trader.Address}}"}""")!["nRequestsUsed"]!);
    }

    [Fact]
    public void Leaves_the_nonce_of_a_refused_request_unused()
    {
        Limit("""{"requests":1}""");
        var first = trader.NextNonce();
        trader.Act("""{"type":"noop"}""", first);
        trader.Act("""{"type":"noop"}""", first + 1);
        Limit("""{"requests":2}""");
        Assert.Equal("ok", (string?)trader.Act("""{"type":"noop"}""", first + 1)["status"]);
    }

    [Fact]
    public void Takes_so_many_posts_at_a_time()
    {
        Limit("""{"postsInFlight":1}""");
        venue.Admin("POST", "/sim/faults", JsonNode.Parse("""{"kind":"delayReplies","ms":1000}"""));
        var socket = venue.Connect();
        socket.Send("""{"method":"post","id":1,"request":{"type":"info","payload":{"type":"allMids"}}}""");
        socket.Send("""{"method":"post","id":2,"request":{"type":"info","payload":{"type":"allMids"}}}""");
        Assert.Equal("""{"channel":"error","data":"too many pending post requests id=2"}""", socket.Take().Single().ToJsonString());
    }

    [Fact]
    public void Tracks_so_many_users_over_all_connections()
    {
        Limit("""{"users":1}""");
        var (one, other) = (venue.Connect(), venue.Connect());
        one.Subscribe($$"""{"type":"orderUpdates","user":"{{trader.Address}}"}""");
        other.Subscribe($$"""{"type":"userFills","user":"{{trader.Address}}"}""");
        Assert.Equal(["subscriptionResponse", "userFills"], other.TakeChannels());
        other.Subscribe("""{"type":"userFills","user":"0x00000000000000000000000000000000000000aa"}""");
        Assert.Equal("""{"channel":"error","data":"Cannot track more than 1 total users."}""", other.Take().Single().ToJsonString());
    }

    [Fact]
    public void Takes_so_many_messages_a_minute_from_all_connections()
    {
        Limit("""{"messagesPerMinute":2}""");
        var (one, other) = (venue.Connect(), venue.Connect());
        one.Send("""{"method":"ping"}""");
        other.Send("""{"method":"ping"}""");
        Assert.Equal((1, 1), (one.Texts.Count, other.Texts.Count));
        one.Send("""{"method":"ping"}""");
        Assert.Equal((true, false), (one.IsAborted, other.IsAborted));
        venue.Time.Advance(TimeSpan.FromMinutes(1));
        other.Send("""{"method":"ping"}""");
        Assert.Equal(2, other.Texts.Count);
    }

    [Fact]
    public void Sells_requests_to_an_address_that_has_none_left()
    {
        Limit("""{"requests":1}""");
        trader.Act("""{"type":"noop"}""");
        Assert.Equal("err", (string?)trader.Act("""{"type":"noop"}""")["status"]);
        Assert.Equal("ok", (string?)trader.Act("""{"type":"reserveRequestWeight","weight":1000}""")["status"]);
        Assert.Equal("ok", (string?)trader.Act("""{"type":"noop"}""")["status"]);
        Assert.Equal(1000, (int)venue.Info($$"""{"type":"userRateLimit","user":"{{trader.Address}}"}""")!["nRequestsSurplus"]!);
        Assert.Equal("999999.5", (string?)venue.State(trader.Address)["rawUsd"]);
    }

    [Fact]
    public void Has_so_many_connections()
    {
        Limit("""{"connections":1}""");
        var (one, other) = (venue.Connect(), venue.Connect());
        Assert.Equal((false, true), (one.IsAborted, other.IsAborted));
    }

    [Fact]
    public void Keeps_so_many_orders_open_and_protective_ones_last()
    {
        Limit("""{"openOrders":1}""");
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse($$"""{"address":"{{trader.Address}}","cumVlm":5000000}"""));
        trader.Resting(0, buy: true, 90_000, 0.1m);
        Assert.Equal("Too many open orders. asset=0", (string?)trader.Group("na", Trader.TriggerJson(0, false, 90_000, 0.1m, "sl", 95_000))[0]!["error"]);
        trader.Resting(0, buy: true, 90_000, 0.1m);
        Assert.Equal("Too many open orders. asset=0", (string?)trader.Order(0, buy: true, 90_000, 0.1m)["error"]);
    }

    private JsonNode Limit(string body) => venue.Admin("POST", "/sim/limits", JsonNode.Parse(body));
}
