using Gateway.Venues.Hyperliquid.Tests.Fakes;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Tests.Markets;

/// <summary>The marks of many builders' dexs: the feed <c>allDexsAssetCtxs</c> tells them all, and where it does not they are polled.</summary>
public sealed class MarkFeedTests
{
    private const string Subscription = """{"method":"subscribe","subscription":{"type":"allDexsAssetCtxs"}}""";

    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(30);
    private static readonly string[] Dexs = ["da", "db", "dc", "dd", "de", "df", "dg", "dh"];

    [Fact]
    public void A_recorded_message_tells_every_dex_by_position()
    {
        var told = DexContexts.ReadAll(TestData.Recorded("ws.allDexsAssetCtxs").GetProperty("data"));

        Assert.Equal(["", "abcd", "cash"], told.Select(dex => dex.Dex));
        Assert.Equal([77562.0m, 2123.7m], told[0].Marks);
        Assert.Equal([3136243.5419000005m, 861462.4597200002m], told[2].DayVolumes);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"ctxs":{}}""")]
    [InlineData("""{"ctxs":[["da"],[1,[]],["da",{}],"da"]}""")]
    public void What_cannot_be_read_tells_nothing(string data) => Assert.Empty(DexContexts.ReadAll(TestData.Json(data)));

    [Fact]
    public void It_is_asked_for_on_the_info_connection_and_after_every_reconnection() => World(world =>
    {
        Assert.Equal(Subscription, Assert.Single(Feed(world).Sent));
        Feed(world).Break();
        world.Pass(TimeSpan.FromSeconds(3));

        Assert.Equal(2, world.Network.Sockets.Count(socket => socket.Sent.Contains(Subscription)));
    });

    [Fact]
    public void With_it_the_marks_of_all_dexs_stay_young_and_the_polls_of_perpetuals_cease() => World(world =>
    {
        world.Pass(TimeSpan.FromSeconds(1));
        Tell(world, Dexs);
        world.Info.Requests.Clear();
        for (var second = 0; second < 50; second++)
        {
            world.Pass(TimeSpan.FromSeconds(1));
            Tell(world, Dexs);
            Assert.All(Dexs, dex => Assert.Equal((150m, TimeSpan.Zero), (MarkOf(world, dex)!.Price.Value, Age(world, dex))));
        }

        Assert.Empty(world.Info.Of("metaAndAssetCtxs"));
        Assert.NotEmpty(world.Info.Of("spotMetaAndAssetCtxs"));
    });

    [Fact]
    public void Without_it_the_polls_go_on_and_come_too_seldom_for_so_many() => World(world =>
    {
        world.Pass(TimeSpan.FromMinutes(2));

        Assert.NotEmpty(world.Info.Of("metaAndAssetCtxs"));
        Assert.All(Dexs, dex => Assert.Equal(100m, MarkOf(world, dex)!.Price.Value));
        Assert.Contains(Dexs, dex => Age(world, dex) > Trusted);
    });

    [Fact]
    public void A_feed_that_falls_silent_is_polled_for_again() => World(world =>
    {
        Tell(world, Dexs);
        world.Pass(TimeSpan.FromMinutes(3));

        Assert.All(Dexs, dex => Assert.Equal(100m, MarkOf(world, dex)!.Price.Value));
    });

    [Fact]
    public void A_dex_whose_list_has_changed_meanwhile_is_not_marked_by_position() => World(world =>
    {
        world.Pass(TimeSpan.FromMinutes(2));
        Push(world, """["da",[{"markPx":"150"},{"markPx":"1"}]]""", """["db",[{"markPx":"150"}]]""", """["unknown",[{"markPx":"1"}]]""");

        Assert.Equal(100m, MarkOf(world, "da")!.Price.Value);
        Assert.Equal(150m, MarkOf(world, "db")!.Price.Value);
    });

    [Fact]
    public void An_older_answer_does_not_push_it_aside() => World(world =>
    {
        world.Pass(TimeSpan.FromMinutes(1));
        var asked = Polls(world);
        while (Polls(world) == asked)
            world.Pass(TimeSpan.FromMilliseconds(50));

        // The question is on its way, and answered over HTTP a little later with what was known when it was asked.
        var dex = Dexs.Single(one => Feed(world).Sent[^1].Contains($"\"{one}\"", StringComparison.Ordinal));
        world.Pass(TimeSpan.FromMilliseconds(50));
        Tell(world, Dexs);
        world.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(150m, MarkOf(world, dex)!.Price.Value);
    });

    private static void World(Action<VenueWorld> test) => VenueWorld.Stopped(
        world =>
        {
            var own = world.Info.Answers["metaAndAssetCtxs"];
            world.Info.Answers["perpDexs"] = _ => $"[null,{string.Join(',', Dexs.Select(dex => $"{{\"name\":\"{dex}\"}}"))}]";
            world.Info.Answers["allPerpMetas"] = _ => $"[{TestData.Recorded("metaAndAssetCtxs.mini")[0].GetRawText()},{string.Join(',', Dexs.Select(MetaOf))}]";
            world.Info.Answers["metaAndAssetCtxs"] = request => request.TryGetProperty("dex", out var dex)
                ? $$"""[{{MetaOf(dex.GetString()!)}},[{"markPx":"100"}]]"""
                : own(request);
            world.Start();
            test(world);
            Assert.False(world.Running.IsFaulted, world.Running.Exception?.ToString());
        },
        options => (options.InfoOverWebSocket, options.ReplyTimeout) = (true, TimeSpan.FromMilliseconds(100)));

    private static string MetaOf(string dex) => $$"""{"universe":[{"name":"{{dex}}:ONE","szDecimals":2,"maxLeverage":5}],"collateralToken":0}""";

    private static FakeSocket Feed(VenueWorld world) => world.Network.Sockets.FindLast(socket => socket.Sent.Contains(Subscription))!;

    private static int Polls(VenueWorld world) => Feed(world).Sent.Count(frame => frame.Contains("\"dex\"", StringComparison.Ordinal));

    private static void Tell(VenueWorld world, IEnumerable<string> dexs) => Push(
        world, [$"[\"\",[{string.Join(',', Enumerable.Repeat("{\"markPx\":\"7\"}", OwnPerpetuals))}]]", .. dexs.Select(dex => $$"""["{{dex}}",[{"markPx":"150","dayNtlVlm":"5"}]]""")]);

    private static void Push(VenueWorld world, params string[] contexts) =>
        world.Push(Feed(world), $$$"""{"channel":"allDexsAssetCtxs","data":{"ctxs":[{{{string.Join(',', contexts)}}}]}}""");

    private static int OwnPerpetuals { get; } = TestData.Recorded("metaAndAssetCtxs.mini")[0].GetProperty("universe").GetArrayLength();

    private static Mark? MarkOf(VenueWorld world, string dex) => world.Venue.MarketData.MarkOf(new($"{dex}:ONE-USD HYPERLIQUID Perpetual"));

    private static TimeSpan Age(VenueWorld world, string dex) => world.Clock.GetUtcNow() - MarkOf(world, dex)!.Time;
}
