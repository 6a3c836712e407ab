using Gateway.Orders.Archive;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;
using Gateway.Testing.Orders;
using Gateway.Venues;
using static Gateway.Orders.OrderState;

namespace Gateway.Orders.Tests.Archive;

/// <summary>An order that is out leaves memory after a while, and nobody can tell from the answers.</summary>
public sealed class RetiringTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Fact]
    public void An_order_that_is_out_leaves_memory_and_is_still_found() => Rig.Live(rig =>
    {
        var order = Filled(rig, "mine");
        var before = rig.Find(order);
        rig.Advance(59);
        rig.Place();
        Assert.NotNull(rig.Read(ledger => ledger.Recall(order)));

        rig.Advance(2);
        rig.Place();
        Assert.Null(rig.Read(ledger => ledger.Recall(order)));
        Assert.Equal(before, rig.Find(order));
        Assert.Contains("is out already (Filled, Out)", Rig.Refused(rig.Cancel(order)).Message, StringComparison.Ordinal);
        return Task.CompletedTask;
    });

    [Fact]
    public void Its_client_order_id_is_remembered() => Rig.Live(rig =>
    {
        var order = Filled(rig, "mine");
        Retire(rig);
        Assert.Equal(order, rig.Place(clientOrderId: "mine"));
        Assert.Contains("is order 1 of this account, which differs", Rig.Refused(rig.TryPlace(
            SampleMarkets.Buy(100001m, 0.01m) with { ClientOrderId = "mine" })).Message, StringComparison.Ordinal);

        // A day later, in another process.
        rig.Clock.Advance(TimeSpan.FromHours(25));
        var next = rig.Restart(live: true);
        Assert.Equal(order, next.Place(clientOrderId: "mine"));
        Assert.Empty(next.Venue.Placed);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_late_fill_brings_it_back_once_and_an_old_one_does_not() => Rig.Live(rig =>
    {
        var order = Filled(rig, "mine");
        Retire(rig);
        for (var times = 0; times < 3; times++)
        {
            rig.Venue.Fill(order, "f1", 100000m, 0.01m);
            rig.Venue.Fill(order, "late", 100000m, 0.02m);
            Retire(rig);
        }

        Assert.Equal((Acked | OrderState.Filled | Out, 0.03m), (rig.Find(order).State, rig.Find(order).Filled.Value));
        Assert.Equal(
            [FillWarnings.None, FillWarnings.FillAfterOut | FillWarnings.Overfilled],
            rig.Read(ledger => ledger.Fills).Where(fill => fill.Order == order).Select(fill => fill.Warnings));
        Assert.Equal(order, rig.Place(clientOrderId: "mine"));
        var next = rig.Restart(live: true);
        next.Venue.Fill(order, "late", 100000m, 0.02m);
        Assert.Equal(rig.Find(order), next.Find(order));
        return Task.CompletedTask;
    });

    [Fact]
    public void Memory_holds_no_more_orders_however_many_there_were()
    {
        var directory = Directory.CreateTempSubdirectory("archive").FullName;
        using (var ledger = new Ledger(room: new FileRoom(directory)))
        {
            var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
            var most = 0;
            for (var id = 1; id <= 5_000; id++)
            {
                time = time.AddSeconds(1);
                ledger.Apply(new(ledger.Sequence + 1, time, Rig.Trader, new OrderPlaced(new(id), OrderTerms.Of(SampleMarkets.Buy(100m, 1m)), time, time)), out _);
                ledger.Apply(new(ledger.Sequence + 1, time, Actor.Gateway, new OrderRejected(new(id), "no", null, time)), out _);
                most = Math.Max(most, ledger.InMemory);
            }

            Assert.InRange(most, 60, 62);
            Assert.All(Enumerable.Range(1, 5_000), id => Assert.Equal(Rejected | Out, ledger.Find(new(id))!.State));
            Assert.Null(ledger.Find(new(5_001)));
        }

        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void Where_many_end_at_once_the_earliest_leave_before_their_time()
    {
        using var ledger = new Ledger();
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        const int Orders = 3 * Ledger.MostEnded;
        for (var id = 1; id <= Orders; id++)
        {
            var terms = OrderTerms.Of(SampleMarkets.Buy(100m, 1m) with { ClientOrderId = $"name {id}" });
            ledger.Apply(new(ledger.Sequence + 1, time, Rig.Trader, new OrderPlaced(new(id), terms, time, time)), out _);
            Assert.NotNull(ledger.FindOpen(new(id)));
            ledger.Apply(new(ledger.Sequence + 1, time, Actor.Gateway, new OrderRejected(new(id), "no", null, time)), out _);
            Assert.Null(ledger.FindOpen(new(id)));
            Assert.InRange(ledger.InMemory, 0, Ledger.MostEnded + 1);
        }

        Assert.Null(ledger.Recall(new(Orders - Ledger.MostEnded - 1)));
        Assert.NotNull(ledger.Recall(new(Orders - Ledger.MostEnded + 1)));
        Assert.All(Enumerable.Range(1, Orders), id => Assert.Equal(Rejected | Out, ledger.Find(new(id))!.State));
        Assert.All(Enumerable.Range(1, Orders), id => Assert.Equal(id, ledger.FindNamed(SampleMarkets.Account, $"name {id}")!.Id.Value));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Answers_are_those_of_a_gateway_that_keeps_everything(int seed) => Rig.Live(async rig =>
    {
        await rig.Engine.SetLimitsAsync([new ThresholdLimit(ThresholdKind.OutRetire, TimeSpan.FromSeconds(seed % 2))], Rig.Trader, default);
        var random = new Random(seed);
        for (var step = 0; step < 200; step++)
        {
            LedgerProperties.Step(rig, random, step);
            rig.Settle();
        }

        rig.Advance(5);
        await rig.Engine.SetLimitsAsync([new ThresholdLimit(ThresholdKind.NotOut, TimeSpan.FromSeconds(30))], Rig.Trader, default);
        var keeping = new Ledger();
        foreach (var record in rig.Journal.Durable)
            keeping.Apply(record.Event is LimitsSet ? record with { Event = new AlertRaised(default, "", null, null) } : record, out _);
        Assert.All(Enumerable.Range(1, 200), id => Assert.Equal(keeping.Find(new(id)), rig.Find(new(id))));
        Assert.Equal(keeping.Fills, rig.Read(ledger => ledger.Fills));
        Assert.All(keeping.Fills, fill => Assert.Equal(fill, rig.Read(ledger => ledger.FindFill(fill.FillId))));
    });

    private static OrderId Filled(Rig rig, string name)
    {
        var order = rig.Place(clientOrderId: name);
        rig.Venue.Acknowledge(order);
        rig.Venue.Fill(order, "f1", 100000m, 0.01m);
        rig.Settle();
        Assert.True(rig.Find(order).IsOut);
        return order;
    }

    // Time passes, and something is written down.
    private static void Retire(Rig rig)
    {
        rig.Advance(61);
        var other = rig.Place();
        rig.Venue.Reject(other, "no");
        rig.Settle();
        Assert.Null(rig.Read(ledger => ledger.Recall(new(1))));
    }
}
