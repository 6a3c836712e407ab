using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Connection;

/// <summary>The venue tells that an order stands by the answer to its post and by the feed, in either order.</summary>
public sealed class ToldTwiceTests
{
    private const string Resting = """{"resting":{"oid":5}}""";

    [Fact]
    public void What_the_answer_has_told_is_no_news_when_the_feed_tells_it() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.AnswerStatus(Resting);
        world.PushUpdate(Order(1), "open");

        Assert.Equal("5", Assert.Single(world.Of<VenueEvent.OrderAcknowledged>()).ExchangeOrderId);
    });

    [Fact]
    public void What_the_feed_tells_once_more_is_news() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.AnswerStatus(Resting);
        world.PushUpdate(Order(1), "open");
        world.PushUpdate(Order(1), "open");

        Assert.Equal(2, world.Of<VenueEvent.OrderAcknowledged>().Count);
    });

    [Fact]
    public void What_the_feed_tells_first_is_told_by_both() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.PushUpdate(Order(1), "open");
        world.AnswerStatus(Resting);
        world.PushUpdate(Order(1), "open");

        Assert.Equal(3, world.Of<VenueEvent.OrderAcknowledged>().Count);
    });

    [Theory]
    [InlineData("triggered", typeof(VenueEvent.OrderAcknowledged))]
    [InlineData("canceled", typeof(VenueEvent.OrderDone))]
    [InlineData("filled", typeof(VenueEvent.OrderDone))]
    [InlineData("rejected", typeof(VenueEvent.OrderRejected))]
    public void Another_word_of_the_feed_is_news(string status, Type news) => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.AnswerStatus(Resting);
        world.Heard.Clear();
        world.PushUpdate(Order(1), status);

        Assert.IsType(news, Assert.Single(world.Heard));
    });

    [Fact]
    public void One_that_was_filled_in_part_is_told_once_too_by_whatever_the_feed_names_it() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.AnswerStatus("""{"filled":{"totalSz":"0.01","avgPx":"50000.0","oid":5}}""");
        world.PushUpdate(Order(number: null), "open");

        Assert.Single(world.Of<VenueEvent.OrderAcknowledged>());
    });

    [Fact]
    public void Of_several_orders_in_one_message_each_is_told_by_itself() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.AnswerStatus(Resting);
        world.Heard.Clear();
        world.Push(world.Stream, $$$"""{"channel":"orderUpdates","data":[{"order":{{{Order(1)}}},"status":"open"},{"order":{{{Order(2).Replace("\"oid\":5", "\"oid\":6", StringComparison.Ordinal)}}},"status":"open"},{"order":{{{Order(1)}}},"status":"canceled"}]}""");

        Assert.Equal([typeof(VenueEvent.OrderAcknowledged), typeof(VenueEvent.OrderDone)], world.Heard.Select(news => news.GetType()));
        Assert.Equal(new OrderId(2), world.Of<VenueEvent.OrderAcknowledged>()[0].Order);
    });

    [Fact]
    public void Where_number_and_cloid_name_different_orders_the_cloid_counts() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.Place(2);
        world.Answer(world.Orders.Posts[0], """{"status":"ok","response":{"type":"order","data":{"statuses":[{"resting":{"oid":5}}]}}}""");
        world.PushUpdate(Order(2), "open");

        Assert.Equal([1L, 2L], world.Of<VenueEvent.OrderAcknowledged>().Select(acknowledged => acknowledged.Order.Value));
    });

    [Fact]
    public void Where_a_cloid_is_damaged_the_number_counts() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.AnswerStatus(Resting);
        world.PushUpdate(Order(1).Replace(VenueWorld.CloidOf(1)[^6..], "000000", StringComparison.Ordinal), "canceled");

        Assert.Equal(new OrderId(1), Assert.Single(world.Of<VenueEvent.OrderDone>()).Order);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_feed_is_held_against_the_look_whether_it_brings_news_or_not(bool tells) => VenueWorld.Connected(world =>
    {
        Look(world);
        world.Place(1);
        world.AnswerStatus(Resting);
        if (tells)
            world.PushUpdate(Order(1), "open");
        world.Info.Answers["openOrders"] = _ => $"[{Order(1)}]";
        Look(world);

        Assert.Equal(!tells, world.Of<VenueEvent.StreamSilent>().Count > 0);
    });

    private static void Look(VenueWorld world)
    {
        world.Reconcile(1, fillsSince: null);
        world.Pass(TimeSpan.FromSeconds(10));
    }

    private static string Order(long? number) =>
        """{"coin":"BTC","side":"B","limitPx":"50000.0","sz":"0.02","oid":5,"timestamp":1767323045000CLOID,"origSz":"0.02"}"""
            .Replace("CLOID", number is { } ours ? $",\"cloid\":\"{VenueWorld.CloidOf(ours)}\"" : "", StringComparison.Ordinal);
}
