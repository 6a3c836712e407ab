using Gateway.Orders.Archive;
using Gateway.Orders.Journal.Events;
using Gateway.Testing.Orders;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Archive;

public sealed class FillLogTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Fills_are_read_back_from_the_disk_as_they_were_and_their_times_bound_what_is_looked_at()
    {
        var directory = Directory.CreateTempSubdirectory("archive").FullName;
        using (var ledger = new Ledger(room: new FileRoom(directory)))
        {
            var random = new Random(1);
            for (var number = 0; number < 10_000; number++)
                ledger.Apply(new(number + 1, Start, Actor.Gateway, new OrderFilled(null, FillOf(number, random.Next(-30, 1)), FillWarnings.NotOurOrder)), out _);
            var fills = ledger.Fills;
            Assert.Equal(10_000, fills.Count);
            Assert.Equal(Enumerable.Range(0, 10_000).Select(number => $"k{number}"), fills.Select(fill => fill.Fill.Key));
            Assert.Equal(fills[17], ledger.FindFill(fills[17].FillId));

            var times = fills.Select(fill => fill.Time).ToList();
            foreach (var number in Enumerable.Range(0, 10_000).Where(number => number % 97 == 0))
            {
                var time = Start.AddSeconds(number);
                var first = fills.FirstAfter(time);
                Assert.DoesNotContain(times.Take(first), earlier => earlier > time);
                Assert.InRange(first, number - 30, number + 31);
                Assert.False(fills.IsAllAfter(number, time));
                var beyond = Math.Min(number + 100, 9_999);
                Assert.True(!fills.IsAllAfter(beyond, time) || times.Skip(beyond).All(later => later > time));
            }

            Assert.True(fills.IsAllAfter(5_000, Start.AddSeconds(4_000)));
        }

        Directory.Delete(directory, recursive: true);
    }

    private static Fill FillOf(int number, int shift) => new()
    {
        Account = SampleMarkets.Account,
        Key = $"k{number}",
        Market = SampleMarkets.Btc.Id,
        Side = Side.Buy,
        Price = new(1m),
        Quantity = new(1m),
        TradeTime = Start.AddSeconds(number + shift),
        ReceivedTime = Start.AddSeconds(number),
    };
}
