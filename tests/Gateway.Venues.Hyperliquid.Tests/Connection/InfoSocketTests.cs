using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Connection;

public sealed class InfoSocketTests
{
    [Fact]
    public void Questions_go_over_a_connection_of_their_own_and_never_over_that_of_the_orders() => Asking(world =>
    {
        var summary = AskRole(world);
        var post = Assert.Single(Questions(world).Posts);
        Assert.Equal("""{"type":"info","payload":{"type":"userRole","user":"0x1111111111111111111111111111111111111111"}}""", post.GetProperty("request").GetRawText());
        Assert.Empty(world.Orders.Posts);

        world.Push(Questions(world), """{"channel":"post","data":{"id":1,"response":{"type":"info","payload":{"type":"userRole","data":{"role":"vault"}}}}}""");

        Assert.Contains("vault", Answer(summary).ToString()!, StringComparison.Ordinal);
    });

    [Fact]
    public void What_is_not_answered_in_time_is_asked_over_HTTP() => Asking(world =>
    {
        var reply = AskRole(world);
        world.Pass(world.Options.ReplyTimeout + TimeSpan.FromMilliseconds(100));

        Assert.Contains("user", Answer(reply).ToString()!, StringComparison.Ordinal);
    });

    [Fact]
    public void What_is_asked_when_the_connection_breaks_is_asked_over_HTTP_and_it_comes_back() => Asking(world =>
    {
        var reply = AskRole(world);
        Questions(world).Break();
        world.Run();
        Assert.Contains("user", Answer(reply).ToString()!, StringComparison.Ordinal);

        var sockets = world.Network.Sockets.Count;
        world.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(sockets + 1, world.Network.Sockets.Count);
        Assert.Empty(world.Of<VenueEvent.AccountDisconnected>());
    });

    [Fact]
    public void What_cannot_be_sent_in_time_is_asked_over_HTTP_and_takes_no_place_for_ever() => Asking(world =>
    {
        var questions = Questions(world);
        questions.StallsOnSend = true;
        for (var question = 0; question < 6; question++)
        {
            var reply = AskRole(world);
            world.Pass(world.Options.ReplyTimeout + TimeSpan.FromMilliseconds(100));
            Assert.Contains("user", Answer(reply).ToString()!, StringComparison.Ordinal);
            world.Push(questions, """{"channel":"pong"}""");
        }

        questions.Break();
        world.Pass(TimeSpan.FromSeconds(2));
        for (var question = 0; question < 5; question++)
            _ = AskRole(world);
        Assert.Equal(5, world.Network.Sockets[^1].Posts.Count);
    });

    [Fact]
    public void A_refusal_is_the_answer() => Asking(world =>
    {
        var reply = AskRole(world);
        world.Push(Questions(world), """{"channel":"post","data":{"id":1,"response":{"type":"error","payload":"429 Too Many Requests"}}}""");

        Assert.Contains("429", Assert.IsType<QueryReply<object>.Unavailable>(reply.Result).Cause, StringComparison.Ordinal);
    });

    [Fact]
    public void No_more_than_five_wait_there_at_once() => Asking(world =>
    {
        for (var question = 0; question < 8; question++)
            _ = AskRole(world);

        Assert.Equal(5, Questions(world).Posts.Count);
    });

    [Theory]
    [InlineData(HyperliquidNetwork.Mainnet, null, true, true)]
    [InlineData(HyperliquidNetwork.Mainnet, "https://mirror.test/v2/key", false, true)]
    [InlineData(HyperliquidNetwork.Simulator, null, false, false)]
    public void A_mirror_is_asked_over_HTTP_while_the_marks_come_from_the_venue(HyperliquidNetwork network, string? info, bool asks, bool feeds)
    {
        var options = new HyperliquidOptions { Network = network, InfoUrl = info is null ? null : new Uri(info) };

        Assert.Equal((asks, feeds), (options.AsksOverWebSocket, options.TakesMarkFeed));
    }

    private static void Asking(Action<VenueWorld> test) => VenueWorld.Connected(test, options => options.InfoOverWebSocket = true);

    private static FakeSocket Questions(VenueWorld world) => world.Network.Sockets[0];

    private static Task<QueryReply<object>> AskRole(VenueWorld world)
    {
        var reply = world.Venue.Queries!.QueryAsync(VenueWorld.Account, TestData.Json("""{"type":"userRole"}"""), CancellationToken.None);
        world.Run();
        return reply;
    }

    private static object Answer(Task<QueryReply<object>> reply)
    {
        Assert.True(reply.IsCompletedSuccessfully);
        return Assert.IsType<QueryReply<object>.Answered>(reply.Result).Value!;
    }
}
