using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Modifying;

/// <summary>However the news of two legs, their fills, cancels and questions interleave, the order comes to what the venue knows.</summary>
public sealed class ReplacingProperties
{
    private const int Orders = 3;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 80)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_interleaving_ends_in_the_venues_truth_and_never_counts_less_than_is_open(int seed) => Rig.Live(rig =>
    {
        var random = new Random(seed);
        var venue = new ReplacingVenue(rig, random);
        for (var order = 0; order < Orders; order++)
            rig.Place(quantity: 0.02m);
        venue.Begin();
        for (var step = 0; step < 150; step++)
        {
            if (random.Next(4) == 0)
                Ask(rig, random);
            venue.Step();
            Assert.False(rig.Running.IsCompleted, $"The engine stopped at step {step}.");
            Check(rig, venue, step);
        }

        venue.End();
        for (var number = 1; number <= Orders; number++)
            Settled(rig, venue, rig.Find(new(number)));
        Replayed(rig);
        return Task.CompletedTask;
    });

    private static void Ask(Rig rig, Random random)
    {
        var id = new OrderId(random.Next(1, Orders + 1));
        if (random.Next(12) == 0)
            rig.Cancel(id);
        else
            rig.Modify(id, 90000m + (random.Next(20) * 1000), random.Next(1, 40) * 0.001m);
    }

    private static void Check(Rig rig, ReplacingVenue venue, int step)
    {
        var sum = 0m;
        for (var number = 1; number <= Orders; number++)
        {
            var order = rig.Find(new(number));
            sum += order.Rest().Value;
            Assert.True(order.Rest().Value >= venue.MostOpen(order.Id), $"Step {step}: {venue.MostOpen(order.Id)} may be open, and {order} counts {order.Rest()}.");
            Assert.True(!order.IsOut || venue.MostOpen(order.Id) == 0, $"Step {step}: {order} is out.");
        }

        var inUse = rig.Read(ledger => ledger.Exposures.InUse(new LimitSet.Firm(), new LimitScope.Global()));
        Assert.Equal(sum * 100_000, inUse.Single(use => use.Key == "MaxOpen").Value);
    }

    private static void Settled(Rig rig, ReplacingVenue venue, Order order)
    {
        var legs = venue.Legs.Where(leg => leg.Id.Order == order.Id).ToList();
        Assert.Null(order.Replacement);
        Assert.Null(order.End);
        Assert.False(order.State.HasFlag(OrderState.Stale), $"{order}");
        Assert.Equal(legs.Sum(leg => leg.Filled), order.Filled.Value);
        Assert.Equal(legs.Exists(leg => leg.IsOpen), !order.IsOut);
        if (legs.Find(leg => leg.IsOpen) is { } open)
            Assert.Equal((open.Id.Number, open.Intent.Price, open.Rest), (order.Leg, order.Terms.Price, order.Rest().Value));
        Assert.All(rig.Read(ledger => ledger.Fills.ToList()), fill => Assert.Equal(FillWarnings.None, fill.Warnings));
    }

    private static void Replayed(Rig rig)
    {
        var replayed = new Ledger();
        foreach (var record in rig.Journal.Durable)
            replayed.Apply(record, out _);
        Assert.Equal(
            Enumerable.Range(1, Orders).Select(number => rig.Find(new(number))),
            Enumerable.Range(1, Orders).Select(number => replayed.Find(new(number))));
        Assert.Equal(rig.Read(ledger => ledger.Open.ToList()), replayed.Open);
    }
}
