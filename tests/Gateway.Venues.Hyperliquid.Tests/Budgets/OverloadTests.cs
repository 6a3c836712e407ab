using Gateway.Testing.Venues;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Budgets;

/// <summary>Far more than the venue takes, for minutes, from a venue as slow as the real one; by a clock of the test's own.</summary>
public sealed class OverloadTests
{
    private const int TicksPerSecond = 20;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1) / TicksPerSecond;

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Ten_times_too_much_meets_no_429_and_every_cancel_is_on_its_way_within_a_second(int ordersAtOnce) => VenueWorld.Connected(
        world =>
        {
            var bridge = new Weighbridge(world);
            var accepted = new Queue<(long Order, int Tick)>();
            var refusals = new List<TimeSpan>();
            var last = 0L;
            for (var tick = 0; tick < 150 * TicksPerSecond; tick++)
            {
                // 200 orders in a second, and the cancel of each that was accepted a fifth of a second later.
                for (var attempt = 0; attempt < 10; attempt++)
                {
                    var wait = world.Venue.ReserveBudget(world.Intent);
                    if (wait > TimeSpan.Zero)
                    {
                        refusals.Add(wait);
                        continue;
                    }

                    Submit(world, ++last);
                    accepted.Enqueue((last, tick));
                    if ((attempt + 1) % ordersAtOnce == 0)
                        world.Run();
                }

                while (accepted.TryPeek(out var oldest) && oldest.Tick <= tick - (TicksPerSecond / 5))
                    bridge.Cancel(VenueWorld.Account, accepted.Dequeue().Order);
                bridge.Watch();
                world.Clock.Advance(Tick);
                world.Run();
                bridge.Watch();
            }

            Assert.InRange(last, 500, 150 * 200 * 9 / 10);
            Assert.NotEmpty(refusals);
            Assert.All(refusals, wait => Assert.InRange(wait, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(66)));
            Assert.InRange(bridge.Waits.Count, last - 200, last);
            Assert.True(bridge.Waits.Max() <= TimeSpan.FromSeconds(1), $"A cancel waited for {bridge.Waits.Max()}.");
            Assert.All(bridge.Waiting, at => Assert.True(world.Clock.GetUtcNow() - at <= TimeSpan.FromSeconds(1)));
            Assert.True(bridge.MostInAMinute() <= 1200, $"{bridge.MostInAMinute()} in a minute");
        },
        options => options.RateBudgets = true);

    [Fact]
    public void After_a_minute_of_more_orders_than_it_has_weight_for_each_can_still_be_canceled_by_itself() => VenueWorld.Connected(
        world =>
        {
            var bridge = new Weighbridge(world);
            var last = 0L;
            for (var tick = 0; tick < 60 * TicksPerSecond; tick++)
            {
                Assert.Equal(TimeSpan.Zero, world.Venue.ReserveBudget(world.Intent));
                Submit(world, ++last);
                Live(world, bridge);
            }

            for (var number = 1L; number <= last; number++)
            {
                bridge.Cancel(VenueWorld.Account, number);
                if (number % 2 == 0)
                    Live(world, bridge);
            }

            for (var tick = 0; tick < TicksPerSecond; tick++)
                Live(world, bridge);
            Assert.Empty(bridge.Waiting);
            Assert.True(bridge.Waits.Max() <= TimeSpan.FromSeconds(1), $"A cancel waited for {bridge.Waits.Max()}.");
            Assert.True(bridge.MostInAMinute() <= 1200, $"{bridge.MostInAMinute()} in a minute");
        },
        options => options.RateBudgets = true);

    private static void Live(VenueWorld world, Weighbridge bridge)
    {
        world.Run();
        bridge.Watch();
        world.Clock.Advance(Tick);
        world.Run();
        bridge.Watch();
    }

    private static void Submit(VenueWorld world, long number) => Assert.True(world.Venue.TrySubmit(
        new Instruction.Place(new OrderId(number), world.Intent, world.Clock.GetUtcNow().AddSeconds(5))));
}
