using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Routes;

public sealed class CancelingTests
{
    [Fact]
    public void A_known_order_is_canceled_by_the_venues_number_and_an_unknown_one_by_our_name() => VenueWorld.Connected(world =>
    {
        world.Cancel(1, "77738308");
        world.Cancel(2);

        Assert.Equal(
            ["""{"type":"cancel","cancels":[{"a":0,"o":77738308}]}""",
                $$$"""{"type":"cancelByCloid","cancels":[{"asset":0,"cloid":"{{{VenueWorld.CloidOf(2)}}}"}]}"""],
            world.Orders.Posts.Select(post => post.GetProperty("request").GetProperty("payload").GetProperty("action").GetRawText()));
    });

    [Fact]
    public void Its_success_waits_for_the_order_update_that_says_how_much_was_executed() => VenueWorld.Connected(world =>
    {
        world.Cancel(1, "5");
        world.Answer("""{"status":"ok","response":{"type":"cancel","data":{"statuses":["success"]}}}""");
        Assert.DoesNotContain(world.Heard, heard => heard is VenueEvent.OrderDone or VenueEvent.CancelRejected or VenueEvent.CancelUnknown);

        world.PushUpdate($$"""{"coin":"BTC","side":"B","limitPx":"50000.0","sz":"0.015","oid":5,"timestamp":1,"origSz":"0.02","cloid":"{{VenueWorld.CloidOf(1)}}"}""", "canceled");

        Assert.Equal(0.005m, Assert.Single(world.Of<VenueEvent.OrderDone>()).Executed!.Value.Value);
    });

    [Fact]
    public void Its_refusal_is_reported_in_the_venues_words() => VenueWorld.Connected(world =>
    {
        world.Cancel(1, "5");
        world.Answer("""{"status":"ok","response":{"type":"cancel","data":{"statuses":[{"error":"Order was never placed, already canceled, or filled. asset=0"}]}}}""");

        Assert.Equal(
            "Order was never placed, already canceled, or filled. asset=0", Assert.Single(world.Of<VenueEvent.CancelRejected>()).Reason);
    });

    [Fact]
    public void Without_an_answer_its_outcome_is_unknown() => VenueWorld.Connected(world =>
    {
        world.Cancel(1, "5");
        world.Pass(world.Options.ReplyTimeout + TimeSpan.FromSeconds(1));
        world.Cancel(2, "6");
        world.Orders.Break();
        world.Run();

        Assert.Equal([new OrderId(1), new OrderId(2)], world.Of<VenueEvent.CancelUnknown>().Select(unknown => unknown.Order));
    });

    [Fact]
    public void Cancels_overtake_orders_that_wait() => VenueWorld.Connected(world =>
    {
        for (var number = 1; number <= 85; number++)
            world.Place(number);
        world.Cancel(1, "5");

        Assert.Equal(81, world.Orders.Posts.Count);
        Assert.Equal("cancel", world.Orders.Posts[^1].GetProperty("request").GetProperty("payload").GetProperty("action").GetProperty("type").GetString());
    });

    [Fact]
    public void An_order_canceled_before_it_was_sent_never_is() => VenueWorld.Connected(world =>
    {
        for (var number = 1; number <= 81; number++)
            world.Place(number);
        world.Cancel(81);

        var done = Assert.Single(world.Of<VenueEvent.OrderDone>());
        Assert.Equal((new OrderId(81), DoneCause.Canceled, Quantity.Zero), (done.Order, done.Cause, done.Executed!.Value));
        world.AnswerStatus("""{"resting":{"oid":1}}""");
        Assert.Equal(80, world.Orders.Posts.Count);
    });
}
