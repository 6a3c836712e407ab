using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Admin;
using Hyperliquid.Simulator.Tests.Sockets;

namespace Hyperliquid.Simulator.Tests.Faults;

public sealed class FaultTests
{
    private readonly TestVenue venue = new();
    private readonly TestSocket socket;
    private readonly Trader trader;

    public FaultTests()
    {
        socket = venue.Connect();
        trader = venue.Trader(1);
    }

    [Theory]
    [InlineData("disconnectBefore", 0)]
    [InlineData("disconnectAfter", 1)]
    public void Drops_the_connection_before_or_after_executing(string kind, int executed)
    {
        Ask($$"""{"kind":"{{kind}}","count":1}""");
        Place(socket);
        Assert.True(socket.IsAborted);
        Assert.Empty(socket.Texts);
        Assert.Equal(executed, OrderCount);
        var next = venue.Connect();
        Place(next);
        Assert.False(next.IsAborted);
    }

    [Fact]
    public void Holds_replies_back_while_feeds_go_on()
    {
        Ask("""{"kind":"delayReplies","ms":300,"count":1}""");
        socket.Subscribe($$"""{"type":"orderUpdates","user":"{{trader.Address}}"}""");
        socket.Take();
        Place(socket);
        Assert.Equal(["orderUpdates"], socket.TakeChannels());
        venue.Time.Advance(TimeSpan.FromMilliseconds(299));
        venue.Simulation.Beat();
        Assert.Empty(socket.Texts);
        venue.Time.Advance(TimeSpan.FromMilliseconds(1));
        venue.Simulation.Beat();
        Assert.Equal(["post"], socket.TakeChannels());
    }

    [Fact]
    public void Tells_of_an_action_in_any_order()
    {
        venue.Trader(2).Resting(1, buy: false, 3_000, 100);
        foreach (var feed in new[] { "orderUpdates", "userFills" })
            socket.Subscribe($$"""{"type":"{{feed}}","user":"{{trader.Address}}"}""");
        socket.Take();
        Ask("""{"kind":"reorder","seed":7}""");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 100; i++)
        {
            socket.Send(ConnectionTests.Post(1, trader.Sign(Trader.OrderAction(1, buy: true, 3_000, 0.1m))));
            seen.Add(string.Join(' ', socket.TakeChannels()));
        }

        Assert.Equal(6, seen.Count);
        Assert.All(seen, order => Assert.Equal(["orderUpdates", "post", "userFills"], order.Split(' ').Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("""{"kind":"reorder","seed":3,"ms":1000}""")]
    [InlineData("""{"kind":"delayFeeds","ms":1000}""")]
    public void Nothing_of_one_feed_overtakes(string fault)
    {
        socket.Subscribe($$"""{"type":"orderUpdates","user":"{{trader.Address}}"}""");
        socket.Take();
        Ask(fault);
        var sent = new List<JsonNode>();
        for (var i = 0; i < 20; i++)
        {
            Place(socket);
            venue.Time.Advance(TimeSpan.FromMilliseconds(10));
            venue.Simulation.Beat();
            sent.AddRange(socket.Take());
        }

        Assert.InRange(sent.Count, 0, 39);
        venue.Time.Advance(TimeSpan.FromSeconds(1));
        venue.Simulation.Beat();
        sent.AddRange(socket.Take());
        Assert.Equal(40, sent.Count);
        var oids = sent.Where(frame => (string?)frame["channel"] == "orderUpdates").Select(frame => (long)frame["data"]![0]!["order"]!["oid"]!).ToList();
        Assert.Equal(oids.Order(), oids);
    }

    [Fact]
    public void Knows_no_order_for_a_while_as_a_lagging_server()
    {
        var oid = trader.Resting(0, buy: true, 90_000, 0.1m);
        Ask("""{"kind":"unknownOid","count":1}""");
        var query = $$"""{"type":"orderStatus","user":"{{trader.Address}}","oid":{{oid}}}""";
        Assert.Equal(["unknownOid", "order"], [(string)venue.Info(query)!["status"]!, (string)venue.Info(query)!["status"]!]);
    }

    [Fact]
    public void Falls_silent_but_executes()
    {
        Ask("""{"kind":"silence"}""");
        Place(socket);
        socket.Send("""{"method":"ping"}""");
        Assert.Empty(socket.Texts);
        Assert.Equal(1, OrderCount);
        venue.Admin("DELETE", "/sim/faults", body: null);
        socket.Send("""{"method":"ping"}""");
        Assert.Single(socket.Texts);
    }

    [Theory]
    [InlineData("tooManyRequests", 429, "null", "429 Too Many Requests")]
    [InlineData("badGateway", 502, "<html><body><h1>502 Bad Gateway</h1></body></html>", "502 Bad Gateway")]
    public void Refuses_without_executing(string kind, int status, string body, string text)
    {
        Ask($$"""{"kind":"{{kind}}"}""");
        var reply = venue.Simulation.AnswerAction(trader.Sign(Trader.OrderAction(0, buy: true, 90_000, 0.1m))).Reply!;
        Assert.Equal((status, body), (reply.Status, reply.Body));
        Place(socket);
        Assert.Equal(text, (string?)socket.Take()[0]["data"]!["response"]!["payload"]);
        Assert.Equal(0, OrderCount);
    }

    [Theory]
    [InlineData("duplicateFeeds", 2)]
    [InlineData("dropFeeds", 0)]
    public void Repeats_or_loses_feed_messages(string kind, int times)
    {
        socket.Subscribe($$"""{"type":"orderUpdates","user":"{{trader.Address}}"}""");
        socket.Take();
        Ask($$"""{"kind":"{{kind}}"}""");
        trader.Resting(0, buy: true, 90_000, 0.1m);
        Assert.Equal(times, socket.Take().Count);
    }

    [Fact]
    public void Cuts_feed_messages_in_half()
    {
        socket.Subscribe($$"""{"type":"orderUpdates","user":"{{trader.Address}}"}""");
        socket.Take();
        Ask("""{"kind":"truncateFeeds","count":1}""");
        trader.Resting(0, buy: true, 90_000, 0.1m);
        var text = Assert.Single(socket.Texts);
        Assert.StartsWith("""{"channel":"orderUpdates",""", text, StringComparison.Ordinal);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => JsonNode.Parse(text));
    }

    [Fact]
    public void Turns_the_order_of_reply_and_feeds_round()
    {
        socket.Subscribe($$"""{"type":"orderUpdates","user":"{{trader.Address}}"}""");
        socket.Take();
        Ask("""{"kind":"feedsFirst"}""");
        Place(socket);
        Assert.Equal(["orderUpdates", "post"], socket.TakeChannels());
    }

    [Fact]
    public void Concerns_only_the_user_it_was_asked_for()
    {
        Ask("""{"kind":"disconnectBefore","user":"0x00000000000000000000000000000000000000aa"}""");
        Place(socket);
        Assert.False(socket.IsAborted);
        Ask($$"""{"kind":"disconnectBefore","user":"{{trader.Address}}"}""");
        Place(socket);
        Assert.True(socket.IsAborted);
    }

    [Fact]
    public void Strikes_as_often_as_asked()
    {
        Ask("""{"kind":"tooManyRequests","count":2}""");
        var replies = Enumerable.Range(0, 3).Select(_ => venue.Simulation.AnswerInfo("""{"type":"allMids"}""").Status);
        Assert.Equal([429, 429, 200], replies);
    }

    [Fact]
    public void Takes_only_post_only_orders_for_a_while()
    {
        Ask("""{"kind":"postOnly"}""");
        const string text = "Only post-only orders allowed immediately after network upgrade";
        Assert.Equal(text, (string?)trader.Order(0, buy: true, 90_000, 0.1m)["error"]);
        Assert.NotNull(trader.Order(0, buy: true, 90_000, 0.1m, "Alo")["resting"]);
    }

    [Fact]
    public void Disconnects_everybody_at_once()
    {
        Ask("""{"kind":"disconnect"}""");
        Assert.True(socket.IsAborted);
    }

    [Theory]
    [InlineData("""{"kind":"plague"}""", "There is no fault \"plague\"; there are: disconnectBefore")]
    [InlineData("""{"kind":"silence","count":0}""", "\"count\" must be at least 1.")]
    [InlineData("""{"kind":"silence","hue":1}""", "There is no member \"hue\"; there are: kind, count, user, ms, seed.")]
    [InlineData("""{"kind":"delayReplies"}""", "\"ms\" says how long")]
    [InlineData("[]", "The body must be a JSON object")]
    public void Explains_what_it_cannot_do(string body, string text) =>
        Assert.StartsWith(text, Assert.Throws<AdminException>(() => Ask(body)).Message, StringComparison.Ordinal);

    private int OrderCount => venue.State(trader.Address)["orders"]!.AsArray().Count;

    private void Ask(string fault) => venue.Admin("POST", "/sim/faults", JsonNode.Parse(fault));

    private void Place(TestSocket through) =>
        through.Send(ConnectionTests.Post(1, trader.Sign(Trader.OrderAction(0, buy: true, 90_000, 0.1m))));
}
