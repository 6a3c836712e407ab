using Gateway.Orders.Journal.Events;
using Gateway.Testing.Orders;
using Gateway.Venues;
using static Gateway.Orders.OrderState;

namespace Gateway.Orders.Tests;

/// <summary>Whatever happens in whatever order: random scenarios, each repeatable by its seed.</summary>
public sealed class LedgerProperties
{
    private static readonly AccountName Account = SampleMarkets.Account;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 150)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Replay_equals_what_was_lived_and_every_state_is_a_legal_one(int seed) => Rig.Live(rig =>
    {
        var random = new Random(seed);
        for (var step = 0; step < 80; step++)
        {
            Step(rig, random, step);
            rig.Settle();
            Assert.False(rig.Running.IsCompleted, $"The engine stopped at step {step}.");
        }

        var orders = Enumerable.Range(1, 80).Select(id => rig.Find(new(id))).OfType<Order>().ToList();
        var fills = rig.Read(ledger => ledger.Fills.ToList());
        Assert.All(orders, order => Assert.True(IsLegal(order.State), $"{order.State} is not a state of an order."));
        foreach (var order in orders)
        {
            var own = fills.Where(fill => fill.Order == order.Id).ToList();
            Assert.Equal(own.Sum(fill => fill.Fill.Quantity!.Value.Value), order.Filled.Value);
        }

        var replayed = new Ledger();
        foreach (var record in rig.Journal.Durable)
            replayed.Apply(record, out _);
        Assert.Equal(orders, orders.Select(order => replayed.Find(order.Id)));
        Assert.Equal(fills, replayed.Fills);
        Assert.Equal(rig.Read(ledger => ledger.Open.ToList()), replayed.Open);
        Assert.Equal(orders.Where(order => !order.IsOut), replayed.Open);
        Assert.Equal(rig.Journal.Durable.Count(record => record.Event is OrderPlaced), orders.Count);
        Assert.Equal(rig.Venue.Placed.Select(place => place.Order).Distinct().Count(), rig.Venue.Placed.Count());
        return Task.CompletedTask;
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fills_count_once_in_any_order_and_number(int seed) => Rig.Live(rig =>
    {
        var random = new Random(seed);
        var id = rig.Place(quantity: 1m);
        rig.Venue.Acknowledge(id);
        var parts = Enumerable.Range(1, random.Next(1, 10)).Select(key => (Key: $"{key}", Quantity: random.Next(1, 10) * 0.01m)).ToList();
        var total = parts.Sum(part => part.Quantity);
        var heard = parts.Concat(parts.Where(_ => random.Next(2) == 0)).ToArray();
        random.Shuffle(heard);
        var end = random.Next(heard.Length + 1);
        for (var i = 0; i <= heard.Length; i++)
        {
            if (i == end)
                rig.Venue.Done(id, DoneCause.Canceled, total, "canceled");
            if (i < heard.Length)
                rig.Venue.Fill(id, heard[i].Key, 100000m, heard[i].Quantity);
        }

        var order = rig.Find(id);
        Assert.Equal((Acked | Filled | Canceled | Out, total, 100000m), (order.State, order.Filled.Value, order.AveragePrice));
        Assert.All(rig.Read(ledger => ledger.Fills.ToList()), fill => Assert.Equal(FillWarnings.None, fill.Warnings));
        return Task.CompletedTask;
    });

    internal static void Step(Rig rig, Random random, int step)
    {
        var id = new OrderId(random.Next(1, 12));
        var now = rig.Clock.GetUtcNow();
        switch (random.Next(18))
        {
            case < 4:
                rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m) with { ClientOrderId = random.Next(3) == 0 ? $"c{random.Next(9)}" : null });
                break;
            case 4:
                rig.Cancel(id);
                break;
            case 5 or 6:
                rig.Venue.Acknowledge(id);
                break;
            case 7:
                rig.Venue.Reject(id, "no");
                break;
            case 8 or 9:
                rig.Venue.Fill(random.Next(6) == 0 ? null : id, $"f{random.Next(30)}", 90000m + random.Next(20000), random.Next(1, 12) * 0.001m);
                break;
            case 10:
                rig.Venue.Done(id, random.Next(2) == 0 ? DoneCause.Filled : DoneCause.Canceled, random.Next(3) == 0 ? null : random.Next(11) * 0.001m, "ended");
                break;
            case 11:
                rig.Venue.Report(new VenueEvent.PlaceUnknown(Account, id, "lost", now));
                break;
            case 12:
                rig.Venue.Report(new VenueEvent.CancelUnknown(Account, id, "lost", now));
                break;
            case 13:
                rig.Venue.Report(new VenueEvent.CancelRejected(Account, id, "no", now));
                break;
            case 14:
                rig.Venue.Report(new VenueEvent.OrderNotFound(Account, id, now, now));
                break;
            case 15:
                rig.Venue.Disconnect();
                break;
            case 16:
                rig.GoLive();
                break;
            default:
                rig.Venue.HasRoom = step % 5 != 0;
                rig.Advance(random.Next(4));
                break;
        }
    }

    private static bool IsLegal(OrderState state) => state switch
    {
        Rejected | Out or Acked | Filled | Out or Acked | Canceled | Out or Acked | Canceled | Filled | Out
            or Canceled | Out => true,
        _ => state.HasFlag(Open)
            && (state & (Rejected | Canceled | Out)) == None
            && (!state.HasFlag(Filled) || state.HasFlag(Acked)),
    };
}
