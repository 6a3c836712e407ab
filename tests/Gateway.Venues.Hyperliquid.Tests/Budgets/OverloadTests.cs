using System.Text.Json;
using Gateway.Venues.Hyperliquid.Info;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Budgets;

/// <summary>Far more than the venue takes, for minutes, from a venue as slow as the real one; by a clock of the test's own.</summary>
public sealed class OverloadTests
{
    private const int TicksPerSecond = 20;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1) / TicksPerSecond;

    private readonly List<(DateTimeOffset At, int Weight)> spent = [];
    private readonly Dictionary<long, DateTimeOffset> asked = [];
    private readonly List<TimeSpan> waits = [];
    private readonly Queue<(DateTimeOffset At, JsonElement Post)> answers = [];
    private int framesSeen;
    private int questionsSeen;
    private int newsHeard;

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Ten_times_too_much_meets_no_429_and_every_cancel_is_on_its_way_within_a_second(int ordersAtOnce) => VenueWorld.Connected(
        world =>
        {
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
                    Cancel(world, accepted.Dequeue().Order);
                Watch(world);
                world.Clock.Advance(Tick);
                world.Run();
                Watch(world);
            }

            Assert.InRange(last, 500, 150 * 200 * 9 / 10);
            Assert.NotEmpty(refusals);
            Assert.All(refusals, wait => Assert.InRange(wait, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(66)));
            Assert.InRange(waits.Count, last - 200, last);
            Assert.True(waits.Max() <= TimeSpan.FromSeconds(1), $"A cancel waited for {waits.Max()}.");
            Assert.All(asked.Values, at => Assert.True(world.Clock.GetUtcNow() - at <= TimeSpan.FromSeconds(1)));
            Assert.True(MostInAMinute() <= 1200, $"{MostInAMinute()} in a minute");
        },
        options => options.RateBudgets = true);

    [Fact]
    public void After_all_orders_that_a_minute_has_room_for_each_can_still_be_canceled_by_itself() => VenueWorld.Connected(
        world =>
        {
            var last = 0L;
            while (world.Venue.ReserveBudget(world.Intent) == TimeSpan.Zero)
            {
                Submit(world, ++last);
                Live(world);
            }

            Assert.InRange(last, 300, 780);
            for (var number = 1L; number <= last; number++)
            {
                Cancel(world, number);
                if (number % 2 == 0)
                    Live(world);
            }

            for (var tick = 0; tick < TicksPerSecond; tick++)
                Live(world);
            Assert.Empty(asked);
            Assert.True(waits.Max() <= TimeSpan.FromSeconds(1), $"A cancel waited for {waits.Max()}.");
            Assert.True(MostInAMinute() <= 1200, $"{MostInAMinute()} in a minute");
        },
        options => options.RateBudgets = true);

    private void Live(VenueWorld world)
    {
        world.Run();
        Watch(world);
        world.Clock.Advance(Tick);
        world.Run();
        Watch(world);
    }

    private static void Submit(VenueWorld world, long number) => Assert.True(world.Venue.TrySubmit(
        new Instruction.Place(new OrderId(number), world.Intent, world.Clock.GetUtcNow().AddSeconds(5))));

    private void Cancel(VenueWorld world, long number)
    {
        asked[number] = world.Clock.GetUtcNow();
        Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(VenueWorld.Account, world.Live(number, $"{number}"))));
        world.Run();
    }

    // Weighs what has left since, and answers what left 0.4 s ago.
    private void Watch(VenueWorld world)
    {
        var now = world.Clock.GetUtcNow();
        for (; framesSeen < world.Orders.Sent.Count; framesSeen++)
        {
            var frame = TestData.Json(world.Orders.Sent[framesSeen]);
            if (frame.GetProperty("method").GetString() != "post")
                continue;
            var action = frame.GetProperty("request").GetProperty("payload").GetProperty("action");
            var isCancel = action.TryGetProperty("cancels", out var items);
            if (!isCancel)
                items = action.GetProperty("orders");
            spent.Add((now, 1 + (items.GetArrayLength() / 40)));
            foreach (var number in isCancel ? items.EnumerateArray().Select(item => item.GetProperty("o").GetInt64()) : [])
                waits.Add(asked.Remove(number, out var at) ? now - at : throw new InvalidOperationException($"{number} is canceled twice."));
            answers.Enqueue((now + TimeSpan.FromMilliseconds(400), frame));
        }

        // An order that still waited here is canceled without leaving.
        for (; newsHeard < world.Heard.Count; newsHeard++)
        {
            if (world.Heard[newsHeard] is VenueEvent.OrderDone done && asked.Remove(done.Order.Value, out var at))
                waits.Add(now - at);
        }

        for (; questionsSeen < world.Info.Requests.Count; questionsSeen++)
            spent.Add((now, InfoWeight.Of(world.Info.Requests[questionsSeen].GetProperty("type").GetString()!)));
        while (answers.TryPeek(out var due) && due.At <= now)
            Answer(world, answers.Dequeue().Post);
    }

    private static void Answer(VenueWorld world, JsonElement post)
    {
        var action = post.GetProperty("request").GetProperty("payload").GetProperty("action");
        var statuses = action.TryGetProperty("cancels", out var cancels)
            ? cancels.EnumerateArray().Select(_ => "\"success\"")
            : action.GetProperty("orders").EnumerateArray().Select(_ => """{"resting":{"oid":1}}""");
        world.Answer(post, $$$$"""{"status":"ok","response":{"type":"order","data":{"statuses":[{{{{string.Join(',', statuses)}}}}]}}}""");
    }

    private int MostInAMinute()
    {
        var (most, sum, oldest) = (0, 0, 0);
        foreach (var (at, weight) in spent)
        {
            sum += weight;
            while (spent[oldest].At <= at.AddMinutes(-1))
                sum -= spent[oldest++].Weight;
            most = Math.Max(most, sum);
        }

        return most;
    }
}
