using Gateway.Testing.Venues;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Routes;

public sealed class ModifyingTests
{
    private const string New = "55";

    [Fact]
    public void A_change_names_the_standing_order_by_its_number_and_the_new_one_by_a_cloid_of_its_own() => VenueWorld.Connected(world =>
    {
        Modify(world, 7, number: "77738308", leg: 3);

        var payload = Assert.Single(world.Orders.Posts).GetProperty("request").GetProperty("payload");
        Assert.Equal(
            $$$"""{"type":"batchModify","modifies":[{"oid":77738308,"order":{"a":0,"b":true,"p":"50000","s":"0.02","r":false,"t":{"limit":{"tif":"Gtc"}},"c":"{{{VenueWorld.CloidOf(7, 3)}}}"}}]}""",
            payload.GetProperty("action").GetRawText());
        Assert.Equal(world.Clock.GetUtcNow().AddSeconds(5).ToUnixTimeMilliseconds(), payload.GetProperty("expiresAfter").GetInt64());
        Assert.Empty(world.Of<VenueEvent.OrderSent>());
    });

    [Fact]
    public void Without_a_number_the_standing_order_is_named_by_its_cloid() => VenueWorld.Connected(world =>
    {
        Modify(world, 7, number: null, leg: 2, standing: 1);

        Assert.Equal(
            VenueWorld.CloidOf(7, 1),
            Assert.Single(world.Orders.Posts).GetProperty("request").GetProperty("payload").GetProperty("action").GetProperty("modifies")[0].GetProperty("oid").GetString());
    });

    [Fact]
    public void What_took_the_place_is_acknowledged_as_its_leg() => VenueWorld.Connected(world =>
    {
        Modify(world, 1);
        world.AnswerStatus($$$"""{"resting":{"oid":{{{New}}}}}""");

        Assert.Equal(new VenueEvent.OrderAcknowledged(VenueWorld.Account, new(1), New, world.Clock.GetUtcNow(), Leg: 1), Assert.Single(world.Of<VenueEvent.OrderAcknowledged>()));
    });

    [Theory]
    [InlineData("""{"error":"Cannot modify canceled or filled order"}""", "Cannot modify canceled or filled order")]
    [InlineData("""{"error":"Error placing new order during modify: no"}""", "Error placing new order during modify: no")]
    public void A_refusal_is_of_the_leg_that_will_not_be(string status, string reason) => VenueWorld.Connected(world =>
    {
        Modify(world, 1);
        world.AnswerStatus(status);

        var rejected = Assert.Single(world.Of<VenueEvent.OrderRejected>());
        Assert.Equal((reason, 1), (rejected.Reason, rejected.Leg));
    });

    [Fact]
    public void Without_an_answer_its_outcome_is_unknown_and_nothing_is_sent_again() => VenueWorld.Connected(world =>
    {
        Modify(world, 1);
        world.Orders.Break();
        world.Run();
        world.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal(1, Assert.Single(world.Of<VenueEvent.PlaceUnknown>()).Leg);
        Assert.Single(world.Network.Sockets.SelectMany(socket => socket.Posts));
    });

    [Fact]
    public void Updates_and_fills_are_told_of_their_own_leg_by_cloid_and_by_number() => VenueWorld.Connected(world =>
    {
        Modify(world, 1);
        world.PushUpdate(Update("5", VenueWorld.CloidOf(1), "0.02", "0.015"), "canceled");
        world.PushUpdate(Update(New, VenueWorld.CloidOf(1, 1), "0.02", "0.02"), "open");
        world.PushFill($$"""{"coin":"BTC","px":"50000.0","sz":"0.005","side":"B","time":1767323045000,"startPosition":"0.0","dir":"Open Long","closedPnl":"0.0","hash":"0x0","oid":{{New}},"crossed":false,"fee":"0.1","tid":1,"feeToken":"USDC"}""");

        var done = Assert.Single(world.Of<VenueEvent.OrderDone>());
        Assert.Equal((0, 0.005m), (done.Leg, done.Executed!.Value.Value));
        Assert.Equal(1, Assert.Single(world.Of<VenueEvent.OrderAcknowledged>()).Leg);
        Assert.Equal((new OrderId(1), 1), (Assert.Single(world.Of<VenueEvent.OrderFilled>()).Order!.Value, world.Of<VenueEvent.OrderFilled>()[0].Leg));
    });

    [Fact]
    public void Both_legs_are_asked_about_apart() => VenueWorld.Connected(world =>
    {
        world.Info.Answers["orderStatus"] = request => request.GetProperty("oid").ToString() == VenueWorld.CloidOf(1, 1)
            ? $$$"""{"status":"order","order":{"order":{{{Update(New, VenueWorld.CloidOf(1, 1), "0.02", "0.02")}}},"status":"open","statusTimestamp":1}}"""
            : $$$"""{"status":"order","order":{"order":{{{Update("5", VenueWorld.CloidOf(1), "0.02", "0.015")}}},"status":"canceled","statusTimestamp":1}}""";
        Assert.True(world.Venue.TrySubmit(new Instruction.Settle(VenueWorld.Account, [world.Live(1, "5"), world.Live(1) with { Leg = 1 }])));
        world.Run();

        Assert.Equal(0, Assert.Single(world.Of<VenueEvent.OrderDone>()).Leg);
        Assert.Equal(1, Assert.Single(world.Of<VenueEvent.OrderAcknowledged>()).Leg);
    });

    [Fact]
    public void A_leg_that_never_was_is_not_found_as_that_leg() => VenueWorld.Connected(world =>
    {
        Assert.True(world.Venue.TrySubmit(new Instruction.Settle(VenueWorld.Account, [world.Live(1) with { Leg = 1 }])));
        world.Run();

        Assert.Equal(1, Assert.Single(world.Of<VenueEvent.OrderNotFound>()).Leg);
    });

    [Fact]
    public void A_cancel_overtakes_a_change_that_waits_and_takes_it_out() => VenueWorld.Connected(world =>
    {
        for (var number = 1; number <= 80; number++)
            world.Place(number);
        Modify(world, 81);
        Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(VenueWorld.Account, world.Live(81, "5"))));
        Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(VenueWorld.Account, world.Live(81) with { Leg = 1 })));
        world.Run();

        var rejected = Assert.Single(world.Of<VenueEvent.OrderRejected>());
        Assert.Equal((new OrderId(81), 1, "canceled before it was sent"), (rejected.Order, rejected.Leg, rejected.Reason));
        world.AnswerStatus("""{"resting":{"oid":1}}""");
        Assert.Equal(["cancel"], world.Orders.Posts.Skip(80).Select(TypeOf));
    });

    [Fact]
    public void Changes_of_one_account_travel_together_post_only_ones_apart() => VenueWorld.Connected(world =>
    {
        for (var number = 1; number <= 80; number++)
            world.Place(number);
        Modify(world, 81);
        Modify(world, 82, postOnly: true);
        Modify(world, 83);
        for (var answered = 0; answered < 2; answered++)
            world.Answer(world.Orders.Posts[answered], """{"status":"ok","response":{"type":"order","data":{"statuses":[{"resting":{"oid":1}}]}}}""");

        Assert.Equal([2, 1], world.Orders.Posts.Skip(80).Select(post => post.GetProperty("request").GetProperty("payload").GetProperty("action").GetProperty("modifies").GetArrayLength()));
    });

    [Fact]
    public void One_whose_time_is_up_is_not_sent() => VenueWorld.Connected(world =>
    {
        Modify(world, 1, validFor: -1);

        Assert.Empty(world.Orders.Posts);
        var rejected = Assert.Single(world.Of<VenueEvent.OrderRejected>());
        Assert.Equal(1, rejected.Leg);
        Assert.StartsWith("Not sent: its last valid moment", rejected.Reason, StringComparison.Ordinal);
    });

    [Fact]
    public void Only_the_direct_route_changes_orders() => VenueWorld.Stopped(world =>
    {
        Assert.Null(world.Venue.ModifyRefusalOf(HyperliquidNames.Direct));
        Assert.Equal("Route HYPERETH places only; cancel it and place another.", world.Venue.ModifyRefusalOf(HyperliquidNames.HyperEth));
    });

    [Fact]
    public void A_change_of_an_order_waits_for_other_changes_and_no_new_order_for_it() => VenueWorld.Connected(
        world =>
        {
            var number = 0;
            while (number < 3000 && world.Orders.Posts.Count == number)
            {
                Assert.Equal(TimeSpan.Zero, world.Venue.ReserveBudget(world.Intent, replaces: true));
                Modify(world, ++number);
                if (world.Orders.Posts.Count == number)
                    world.Answer("""{"status":"err","response":"no"}""");
            }

            Assert.InRange(number, 200, 400);
            Assert.Equal(TimeSpan.Zero, world.Venue.ReserveBudget(world.Intent));
            world.Place(10_000);

            Assert.Single(world.Orders.Posts, post => TypeOf(post) == "order");
            Assert.Equal(number, world.Orders.Posts.Count);
            world.Pass(TimeSpan.FromMilliseconds(400));
            Assert.Equal(number + 1, world.Orders.Posts.Count);
        },
        options => options.RateBudgets = true);

    private static void Modify(
        VenueWorld world, long order, string? number = "5", int leg = 1, int standing = 0, bool postOnly = false, double validFor = 5)
    {
        Assert.True(world.Venue.TrySubmit(new Instruction.Modify(
            world.Live(order, number) with { Leg = standing }, leg, world.Intent with { PostOnly = postOnly }, world.Clock.GetUtcNow().AddSeconds(validFor))));
        world.Run();
    }

    private static string Update(string number, string cloid, string size, string rest) =>
        $$"""{"coin":"BTC","side":"B","limitPx":"50000.0","sz":"{{rest}}","oid":{{number}},"timestamp":1,"origSz":"{{size}}","cloid":"{{cloid}}"}""";

    private static string TypeOf(System.Text.Json.JsonElement post) =>
        post.GetProperty("request").GetProperty("payload").GetProperty("action").GetProperty("type").GetString()!;
}
