using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Budgets;

public sealed class RateBudgetsTests
{
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
}
