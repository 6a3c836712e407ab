using Gateway.Orders.Publishing;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Publishing;

public sealed class TourTests
{
    private readonly Tour tour = new();

    [Fact]
    public void Everybody_hears_everything_once_and_in_order_however_news_visits_and_newcomers_interleave()
    {
        var random = new Random(1);
        for (var world = 0; world < 300; world++)
        {
            var (listeners, told) = (new List<Listener>(), 0L);
            Subscriber[] subscribers = [];
            for (var step = 0; step < 200; step++)
            {
                switch (random.Next(8))
                {
                    case 0:
                        listeners.Add(new(told, isPicky: random.Next(3) == 0));
                        subscribers = [.. subscribers, listeners[^1].Subscriber];
                        break;
                    case 1 when listeners.Count > 0 && random.Next(3) == 0:
                        var gone = listeners[random.Next(listeners.Count)];
                        listeners.Remove(gone);
                        subscribers = Array.FindAll(subscribers, one => one != gone.Subscriber);
                        break;
                    case 2 or 3:
                        var news = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Change(++told));
                        tour.Add(new([.. news], subscribers));
                        break;
                    default:
                        tour.GoOn();
                        break;
                }
            }

            while (tour.GoOn())
            {
                // To the end.
            }

            Assert.Equal(0, tour.Count);
            Assert.All(listeners, listener => Assert.Equal(listener.Expected(told), listener.Heard()));
        }
    }

    [Fact]
    public void Whoever_comes_late_on_the_tour_is_told_at_once_what_has_come_during_it()
    {
        var (first, last) = (new Listener(0, isPicky: false), new Listener(0, isPicky: false));
        Subscriber[] both = [first.Subscriber, last.Subscriber];
        tour.Add(new([Change(1)], both));
        Assert.True(tour.GoOn());
        tour.Add(new([Change(2)], both));
        Assert.True(tour.GoOn());
        Assert.Equal([1L], first.Heard());
        Assert.Equal([1L, 2], last.Heard());
        Assert.True(tour.GoOn());
        Assert.Equal([2L], first.Heard());
    }

    [Fact]
    public void Those_who_hear_the_same_are_handed_the_same_array()
    {
        var (first, last) = (new Listener(0, isPicky: false), new Listener(0, isPicky: false));
        tour.Add(new([Change(1), Change(3)], [first.Subscriber, last.Subscriber]));
        Assert.True(tour.GoOn());
        Assert.True(tour.GoOn());
        Assert.True(first.Feed.TryTake(out var one));
        Assert.True(last.Feed.TryTake(out var other));
        Assert.True(one == other);
    }

    // Of two accounts in turn.
    private static OrderUpdate Change(long sequence) => new(
        sequence,
        new AccountName(sequence % 2 == 0 ? "EVEN" : "ODD"),
        new OrderId(1),
        OrderState.None,
        Quantity.Zero,
        AveragePrice: null,
        RejectReason: null,
        DateTimeOffset.UnixEpoch);

    private sealed class Listener
    {
        private readonly long start;
        private readonly bool isPicky;

        public Listener(long start, bool isPicky)
        {
            (this.start, this.isPicky) = (start, isPicky);
            Feed = new([], start, capacity: 10_000);
            Subscriber = new(Feed, account => !this.isPicky || account == new AccountName("ODD"), start);
        }

        public OrderSubscription Feed { get; }

        public Subscriber Subscriber { get; }

        public IEnumerable<long> Expected(long told)
        {
            for (var sequence = start + 1; sequence <= told; sequence++)
            {
                if (!isPicky || sequence % 2 == 1)
                    yield return sequence;
            }
        }

        public IReadOnlyList<long> Heard()
        {
            var heard = new List<long>();
            while (Feed.TryTake(out var batch))
            {
                Assert.NotEmpty(batch);
                heard.AddRange(batch.Select(update => update.Sequence));
            }

            return heard;
        }
    }
}
