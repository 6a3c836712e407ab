using Gateway.Testing.Venues;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Routes;

/// <summary>Orders, cancels, answers, silence and lost connections in any order: each order is in one action at most, and has its own outcome.</summary>
public sealed class BatchPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Each_order_is_in_one_action_at_most_and_has_its_own_outcome(int seed) => VenueWorld.Connected(
        world =>
        {
            var chance = new Random(seed);
            var last = 0L;
            var answered = new HashSet<long>();
            for (var step = 0; step < 300; step++)
            {
                switch (chance.Next(10))
                {
                    case < 5:
                        Submit(world, chance, ++last);
                        break;
                    case 5 when last > 0:
                        world.Venue.TrySubmit(new Instruction.Cancel(VenueWorld.Account, world.Live(chance.NextInt64(1, last + 1))));
                        break;
                    case 6 or 7:
                        AnswerOne(world, chance, answered);
                        break;
                    case 8 when chance.Next(20) == 0:
                        world.Orders.Break();
                        break;
                    case 8:
                        world.Pass(TimeSpan.FromMilliseconds(chance.Next(2000)));
                        break;
                    default:
                        world.Run();
                        break;
                }
            }

            // In the end the venue falls silent: what is not answered by then is given up.
            world.Pass(world.Options.ReplyTimeout + TimeSpan.FromSeconds(10));
            var sent = BatchTests.OrdersOf(world).SelectMany(orders => orders).ToList();
            Assert.Equal(sent.Distinct().Count(), sent.Count);

            // What was handed to a connection that broke in that moment counts as sent, too.
            var handedOver = world.Of<VenueEvent.OrderSent>().Select(one => one.Order.Value).ToList();
            Assert.Equal(handedOver.Distinct().Count(), handedOver.Count);
            Assert.Empty(sent.Except(handedOver));
            for (var number = 1L; number <= last; number++)
                CheckOutcome(world, number, handedOver.Contains(number));
        },
        options => options.QueueCapacity = 100_000);

    private static void Submit(VenueWorld world, Random chance, long number) => Assert.True(world.Venue.TrySubmit(new Instruction.Place(
        new OrderId(number),
        world.Intent with { PostOnly = chance.Next(3) == 0 },
        world.Clock.GetUtcNow().AddMilliseconds(chance.Next(1, 5000)))));

    // What becomes of an order is written in its number, so that an outcome of another one would show.
    private static string StatusOf(long number) => (number % 4) switch
    {
        0 => $$$$"""{"resting":{"oid":{{{{1000 + number}}}}}}""",
        1 => $$$$"""{"filled":{"totalSz":"0.02","avgPx":"50000.0","oid":{{{{1000 + number}}}}}}""",
        2 => $$$"""{"error":"no to {{{number}}}"}""",
        _ => """{"surprise":1}""",
    };

    private static void AnswerOne(VenueWorld world, Random chance, HashSet<long> answered)
    {
        var posts = world.Orders.Posts.Where(post => !answered.Contains(post.GetProperty("id").GetInt64())).ToList();
        if (posts.Count == 0)
            return;
        var post = posts[chance.Next(posts.Count)];
        answered.Add(post.GetProperty("id").GetInt64());
        var action = BatchTests.ActionOf(post);
        var statuses = action.TryGetProperty("orders", out var orders)
            ? orders.EnumerateArray().Select(order => StatusOf(BatchTests.NumberOf(order)))
            : action.GetProperty("cancels").EnumerateArray().Select(_ => "\"success\"");
        world.Answer(post, $$$$"""{"status":"ok","response":{"type":"order","data":{"statuses":[{{{{string.Join(',', statuses)}}}}]}}}""");
    }

    private static void CheckOutcome(VenueWorld world, long number, bool sent)
    {
        var outcomes = world.Heard.Where(heard => OrderOf(heard) == number).ToList();
        if (!sent)
        {
            var end = Assert.Single(outcomes);
            Assert.True(
                end is VenueEvent.OrderDone { Words: "canceled before it was sent" } ||
                (end is VenueEvent.OrderRejected { Reason: var reason } && reason.StartsWith("Not sent:", StringComparison.Ordinal)),
                $"Order {number}: {end}");
            return;
        }

        // Given up, and perhaps answered later all the same; each once.
        Assert.True(outcomes.OfType<VenueEvent.PlaceUnknown>().Count() <= 2, $"Order {number}");
        var told = outcomes.Where(outcome => outcome is not VenueEvent.PlaceUnknown).ToList();
        Assert.True(told.Count <= 1 && outcomes.Count > 0, $"Order {number}: {string.Join(", ", outcomes)}");
        foreach (var outcome in told)
        {
            Assert.True(
                (number % 4) switch
                {
                    0 => outcome is VenueEvent.OrderAcknowledged acknowledged && acknowledged.ExchangeOrderId == $"{1000 + number}",
                    1 => outcome is VenueEvent.OrderDone { Cause: DoneCause.Filled } done && done.ExchangeOrderId == $"{1000 + number}",
                    2 => outcome is VenueEvent.OrderRejected rejected && rejected.Reason == $"no to {number}",
                    _ => false,
                },
                $"Order {number}: {outcome}");
        }
    }

    private static long? OrderOf(VenueEvent heard) => heard switch
    {
        VenueEvent.OrderAcknowledged acknowledged => acknowledged.Order.Value,
        VenueEvent.OrderDone done => done.Order.Value,
        VenueEvent.OrderRejected rejected => rejected.Order.Value,
        VenueEvent.PlaceUnknown unknown => unknown.Order.Value,
        _ => null,
    };
}
