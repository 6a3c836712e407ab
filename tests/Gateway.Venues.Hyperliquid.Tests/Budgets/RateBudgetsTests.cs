using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Budgets;

public sealed class RateBudgetsTests
{
    [Fact]
    public void Under_ten_times_overload_no_minute_sees_too_much_and_every_cancel_leaves_within_a_second() => VenueWorld.Connected(
        world =>
        {
            var accepted = 0L;
            var posts = 0L;
            for (var tick = 0; tick < 2 * 60 * 20; tick++)
            {
                // 200 orders in a second, where 20 are allowed; every fourth that is accepted is canceled at once.
                for (var order = 0; order < 10; order++)
                {
                    if (world.Venue.ReserveBudget(world.Intent) > TimeSpan.Zero)
                        continue;
                    world.Place(++accepted);
                    Answer(world, ++posts);
                    if (accepted % 4 != 0)
                        continue;
                    world.Cancel(accepted, $"{accepted}");
                    Answer(world, ++posts);
                    Assert.Contains($"\"o\":{accepted}", world.Orders.Sent[^1], StringComparison.Ordinal);
                }

                world.Clock.Advance(TimeSpan.FromMilliseconds(50));
                world.Run();
            }

            Assert.InRange(accepted, 700, 1600);
            Assert.True(posts + (world.Info.Requests.Count * 20) <= 2400);
        },
        options => options.RateBudgets = true);

    [Fact]
    public void A_used_up_account_may_trickle_and_its_cancels_still_leave() => VenueWorld.Stopped(
        world =>
        {
            world.Info.Answers["userRateLimit"] = _ => """{"cumVlm":"0.0","nRequestsUsed":10001,"nRequestsCap":10000}""";
            world.Start();

            Assert.Equal(TimeSpan.Zero, world.Venue.ReserveBudget(world.Intent));
            Assert.InRange(world.Venue.ReserveBudget(world.Intent), TimeSpan.FromSeconds(10.9), TimeSpan.FromSeconds(11));
            world.Cancel(1, "5");

            Assert.Single(world.Orders.Posts);
            Assert.Contains(world.Log.Lines, line => line.StartsWith("3105", StringComparison.Ordinal));
        },
        options => options.RateBudgets = true);

    [Fact]
    public void A_limit_that_cannot_be_read_holds_nothing_back() => VenueWorld.Stopped(
        world =>
        {
            world.Info.Answers.Remove("userRateLimit");
            world.Start();

            Assert.Equal(TimeSpan.Zero, world.Venue.ReserveBudget(world.Intent));
            Assert.Contains(world.Log.Lines, line => line.StartsWith("3106", StringComparison.Ordinal));
        },
        options => options.RateBudgets = true);

    [Fact]
    public void A_cancel_without_any_weight_left_leaves_as_soon_as_there_is() => VenueWorld.Connected(
        world =>
        {
            for (var number = 1; number <= 200; number++)
                world.Cancel(number, $"{number}");
            var sent = world.Orders.Posts.Count;
            Assert.InRange(sent, 1, 94);

            for (var second = 0; second < 4; second++)
            {
                foreach (var post in world.Orders.Posts)
                    world.Answer(post, """{"status":"ok","response":{"type":"cancel","data":{"statuses":["success"]}}}""");
            }

            var soon = world.Orders.Posts.Count;
            Assert.True(soon < 200);
            world.Pass(TimeSpan.FromSeconds(67));
            foreach (var post in world.Orders.Posts)
                world.Answer(post, """{"status":"ok","response":{"type":"cancel","data":{"statuses":["success"]}}}""");
            Assert.True(world.Orders.Posts.Count > soon);
        },
        options => (options.RateBudgets, options.WeightPerMinute, options.ReplyTimeout) = (true, 250, TimeSpan.FromMinutes(1)));

    private static void Answer(VenueWorld world, long post) => world.Push(
        world.Orders,
        """{"channel":"post","data":{"response":{"type":"action","payload":{"status":"ok","response":{"type":"cancel","data":{"statuses":["success"]}}}},"id":""" + post + "}}");
}
