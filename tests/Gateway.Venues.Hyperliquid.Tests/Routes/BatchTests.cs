using System.Text.Json;
using Gateway.Testing.Venues;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Routes;

/// <summary>What gathers while the sender is busy travels in one action, and each order keeps its own outcome.</summary>
public sealed class BatchTests
{
    private const string SubAccount = "0x2222222222222222222222222222222222222222";

    private static readonly AccountName Other = new("OTHER");

    [Fact]
    public void A_lone_order_leaves_at_once_and_alone() => VenueWorld.Connected(world =>
    {
        world.Place(1);
        world.Place(2);

        Assert.Equal([[1], [2]], OrdersOf(world));
    });

    [Fact]
    public void Orders_that_gathered_travel_in_one_action() => VenueWorld.Connected(world =>
    {
        Submit(world, 1, 2, 3);
        world.Run();

        Assert.Equal([[1, 2, 3]], OrdersOf(world));
        Assert.Equal(3, world.Of<VenueEvent.OrderSent>().Count);
    });

    [Fact]
    public void What_gathered_behind_a_full_window_travels_in_one_action_when_an_answer_comes() => VenueWorld.Connected(world =>
    {
        for (var number = 1; number <= 90; number++)
            world.Place(number);
        world.AnswerStatus("""{"resting":{"oid":1}}""");

        Assert.Equal(Enumerable.Range(81, 10).Select(number => (long)number), OrdersOf(world)[^1]);
    });

    [Fact]
    public void An_action_carries_as_many_as_weigh_no_more_than_one() => VenueWorld.Connected(world =>
    {
        Submit(world, [.. Enumerable.Range(1, 100)]);
        world.Run();

        Assert.Equal([39, 39, 22], OrdersOf(world).Select(orders => orders.Count));
        Assert.Equal(100, OrdersOf(world).SelectMany(orders => orders).Distinct().Count());
    });

    [Fact]
    public void Post_only_orders_travel_apart_from_the_rest() => VenueWorld.Connected(world =>
    {
        foreach (var number in new[] { 1, 2, 3, 4, 5 })
            Submit(world, number, world.Intent with { PostOnly = number % 2 == 0 });
        world.Run();

        Assert.Equal([[1, 3, 5], [2, 4]], OrdersOf(world));
    });

    [Fact]
    public void Accounts_never_share_an_action() => VenueWorld.Stopped(
        world =>
        {
            world.Info.Answers["userRole"] = request => request.GetProperty("user").GetString() switch
            {
                VenueWorld.Agent => $$$"""{"role":"agent","data":{"user":"{{{VenueWorld.Address}}}"}}""",
                SubAccount => $$$"""{"role":"subAccount","data":{"master":"{{{VenueWorld.Address}}}"}}""",
                _ => """{"role":"user"}""",
            };
            world.Start();
            foreach (var number in new[] { 1, 2, 3, 4 })
                Submit(world, number, world.Intent with { Account = number % 2 == 0 ? Other : VenueWorld.Account });
            world.Run();

            Assert.Equal([[1, 3], [2, 4]], OrdersOf(world));
        },
        options => options.Accounts[Other.Value] = new HyperliquidAccountOptions { Address = SubAccount, Key = VenueWorld.AgentKey });

    [Fact]
    public void An_action_ends_with_the_earliest_last_moment_among_its_orders() => VenueWorld.Connected(world =>
    {
        var start = world.Clock.GetUtcNow();
        Submit(world, 1, world.Intent, start.AddSeconds(5.3));
        Submit(world, 2, world.Intent, start.AddSeconds(5));
        world.Run();

        Assert.Equal(start.AddSeconds(5).ToUnixTimeMilliseconds(), Assert.Single(world.Orders.Posts).GetProperty("request").GetProperty("payload").GetProperty("expiresAfter").GetInt64());
    });

    [Fact]
    public void No_order_loses_more_than_a_second_of_its_time_to_its_company() => VenueWorld.Connected(world =>
    {
        var start = world.Clock.GetUtcNow();
        Submit(world, 1, world.Intent, start.AddSeconds(1));
        Submit(world, 2, world.Intent, start.AddSeconds(2));
        Submit(world, 3, world.Intent, start.AddSeconds(2.1));
        world.Run();

        Assert.Equal([[1, 2], [3]], OrdersOf(world));
    });

    [Fact]
    public void An_order_that_cannot_be_sent_does_not_keep_its_company_back() => VenueWorld.Connected(world =>
    {
        Submit(world, 1, world.Intent, world.Clock.GetUtcNow());
        Submit(world, 2, world.Intent, world.Clock.GetUtcNow().AddSeconds(1));
        world.Run();

        Assert.Equal([[2]], OrdersOf(world));
        Assert.Equal(new OrderId(1), Assert.Single(world.Of<VenueEvent.OrderRejected>()).Order);
    });

    [Fact]
    public void Each_order_has_the_outcome_of_its_own_status() => VenueWorld.Connected(world =>
    {
        Submit(world, 1, 2, 3, 4);
        world.Run();
        world.AnswerStatus("""{"resting":{"oid":11}},{"error":"Insufficient margin to place order. asset=0"},{"filled":{"totalSz":"0.02","avgPx":"50000.0","oid":13}},{"surprise":1}""");

        Assert.Equal((new OrderId(1), "11"), Of(Assert.Single(world.Of<VenueEvent.OrderAcknowledged>())));
        Assert.Equal(new OrderId(2), Assert.Single(world.Of<VenueEvent.OrderRejected>()).Order);
        Assert.Equal((new OrderId(3), "13"), (Assert.Single(world.Of<VenueEvent.OrderDone>()).Order, world.Of<VenueEvent.OrderDone>()[0].ExchangeOrderId));
        Assert.Equal(new OrderId(4), Assert.Single(world.Of<VenueEvent.PlaceUnknown>()).Order);
    });

    [Theory]
    [InlineData("""{"status":"ok","response":{"type":"order","data":{"statuses":[{"error":"Price must be divisible by tick size."}]}}}""")]
    [InlineData("""{"status":"err","response":"Action already expired"}""")]
    public void An_error_for_the_whole_action_refuses_each_of_its_orders(string payload) => VenueWorld.Connected(world =>
    {
        Submit(world, 1, 2, 3);
        world.Run();
        world.Answer(payload);

        Assert.Equal([1L, 2L, 3L], world.Of<VenueEvent.OrderRejected>().Select(rejected => rejected.Order.Value));
    });

    [Theory]
    [InlineData("""{"resting":{"oid":11}}""")]
    [InlineData("""{"resting":{"oid":11}},{"resting":{"oid":12}}""")]
    [InlineData("")]
    public void Statuses_that_are_not_one_for_each_order_leave_all_outcomes_unknown(string statuses) => VenueWorld.Connected(world =>
    {
        Submit(world, 1, 2, 3);
        world.Run();
        world.AnswerStatus(statuses);

        Assert.Equal([1L, 2L, 3L], world.Of<VenueEvent.PlaceUnknown>().Select(unknown => unknown.Order.Value));
        Assert.Empty(world.Of<VenueEvent.OrderAcknowledged>());
    });

    [Fact]
    public void A_lost_answer_leaves_each_outcome_unknown() => VenueWorld.Connected(world =>
    {
        Submit(world, 1, 2);
        world.Run();
        world.Orders.Break();
        world.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal([1L, 2L], world.Of<VenueEvent.PlaceUnknown>().Select(unknown => unknown.Order.Value));
        Assert.Single(world.Network.Sockets.SelectMany(socket => socket.Posts));
    });

    [Fact]
    public void Cancels_travel_before_orders_and_those_by_number_apart_from_those_by_name() => VenueWorld.Connected(world =>
    {
        Submit(world, 1, 2);
        foreach (var number in new[] { 11, 12, 13, 14 })
            Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(VenueWorld.Account, world.Live(number, number % 2 == 0 ? $"{number}" : null))));
        world.Run();

        Assert.Equal(
            [
                $$$"""{"type":"cancelByCloid","cancels":[{"asset":0,"cloid":"{{{VenueWorld.CloidOf(11)}}}"},{"asset":0,"cloid":"{{{VenueWorld.CloidOf(13)}}}"}]}""",
                """{"type":"cancel","cancels":[{"a":0,"o":12},{"a":0,"o":14}]}""",
            ],
            world.Orders.Posts.Take(2).Select(post => ActionOf(post).GetRawText()));
        Assert.Equal([[1, 2]], OrdersOf(world));
    });

    [Fact]
    public void Each_cancel_has_the_outcome_of_its_own_status() => VenueWorld.Connected(world =>
    {
        foreach (var number in new[] { 1, 2, 3 })
            Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(VenueWorld.Account, world.Live(number, $"{number}"))));
        world.Run();
        world.Answer("""{"status":"ok","response":{"type":"cancel","data":{"statuses":["success",{"error":"Order was never placed, already canceled, or filled. asset=0"},7]}}}""");

        Assert.Equal(new OrderId(2), Assert.Single(world.Of<VenueEvent.CancelRejected>()).Order);
        Assert.Equal(new OrderId(3), Assert.Single(world.Of<VenueEvent.CancelUnknown>()).Order);
    });

    [Fact]
    public void A_cancel_among_others_withdraws_its_order_that_still_waits() => VenueWorld.Connected(world =>
    {
        Submit(world, 1, 2, 3);
        foreach (var number in new[] { 2, 9 })
            Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(VenueWorld.Account, world.Live(number))));
        world.Run();

        Assert.Equal((new OrderId(2), DoneCause.Canceled), (Assert.Single(world.Of<VenueEvent.OrderDone>()).Order, world.Of<VenueEvent.OrderDone>()[0].Cause));
        Assert.Equal([[1, 3]], OrdersOf(world));
    });

    [Fact]
    public void An_action_weighs_one_whatever_it_carries() => VenueWorld.Connected(
        world =>
        {
            // Far more orders than the minute has weight, a hundred at a time.
            var number = 0;
            for (var burst = 0; burst < 30; burst++)
            {
                for (var order = 0; order < 100; order++)
                {
                    Assert.Equal(TimeSpan.Zero, world.Venue.ReserveBudget(world.Intent));
                    Submit(world, ++number);
                }

                world.Run();
                foreach (var post in world.Orders.Posts.Skip(burst * 3))
                    world.Answer(post, """{"status":"err","response":"no"}""");
            }

            Assert.Equal(90, world.Orders.Posts.Count);
            Assert.Equal(3000, world.Of<VenueEvent.OrderRejected>().Count);
        },
        options => options.RateBudgets = true);

    [Fact]
    public void When_weight_runs_short_what_comes_while_an_action_waits_travels_in_it_and_what_is_canceled_does_not_travel() => VenueWorld.Connected(
        world =>
        {
            var number = 0;
            while (number < 3000 && world.Orders.Posts.Count == number)
            {
                Assert.Equal(TimeSpan.Zero, world.Venue.ReserveBudget(world.Intent));
                Submit(world, ++number);
                world.Run();
                if (world.Orders.Posts.Count == number)
                    world.Answer("""{"status":"err","response":"no"}""");
            }

            // The last one waits; so do these.
            Assert.InRange(number, 200, 400);
            var first = number;
            for (; number < first + 20; number++)
            {
                Assert.Equal(TimeSpan.Zero, world.Venue.ReserveBudget(world.Intent));
                Submit(world, number + 1);
            }

            world.Cancel(first + 1);
            Assert.Equal(new OrderId(first + 1), Assert.Single(world.Of<VenueEvent.OrderDone>()).Order);
            world.Pass(TimeSpan.FromMilliseconds(200));

            Assert.Equal([first, .. Enumerable.Range(first + 2, 19)], OrdersOf(world)[^1]);
            Assert.Equal(first, OrdersOf(world).Count);
        },
        options => options.RateBudgets = true);

    /// <summary>The numbers of the orders in each action that places some.</summary>
    internal static List<List<long>> OrdersOf(VenueWorld world) =>
    [
        .. world.Network.Sockets.SelectMany(socket => socket.Posts).Select(ActionOf)
            .Where(action => action.GetProperty("type").GetString() == "order")
            .Select(action => action.GetProperty("orders").EnumerateArray().Select(NumberOf).ToList()),
    ];

    internal static long NumberOf(JsonElement order) =>
        Cloid.TryRead(order.GetProperty("c").GetString(), VenueWorld.Instance, out var ours) ? ours.Order.Value : throw new InvalidOperationException("Not ours.");

    internal static JsonElement ActionOf(JsonElement post) => post.GetProperty("request").GetProperty("payload").GetProperty("action");

    private static (OrderId Order, string Number) Of(VenueEvent.OrderAcknowledged acknowledged) => (acknowledged.Order, acknowledged.ExchangeOrderId);

    private static void Submit(VenueWorld world, params int[] numbers)
    {
        foreach (var number in numbers)
            Submit(world, number, world.Intent);
    }

    private static void Submit(VenueWorld world, long number, OrderIntent intent, DateTimeOffset? validUntil = null) => Assert.True(
        world.Venue.TrySubmit(new Instruction.Place(new OrderId(number), intent, validUntil ?? world.Clock.GetUtcNow().AddSeconds(5))));
}
