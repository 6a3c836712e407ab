using Gateway.Testing.Orders;
using Gateway.Venues;
using static Gateway.Orders.OrderState;

namespace Gateway.Orders.Tests.Reconciliation;

public sealed class RestartTests
{
    [Fact]
    public void An_unanswered_order_is_stale_and_blocks_new_ones_until_it_is_settled() => Rig.Live(rig =>
    {
        var id = rig.Place();
        var next = rig.Restart();
        Assert.Equal(Open | Stale, next.Find(id).State);
        next.Venue.Connect();
        next.Settle();
        Assert.Equal(id, Assert.Single(next.Venue.Told.OfType<Instruction.Reconcile>().Single().Orders).Order);
        NotFound(next, id);
        next.Venue.Reconciled();
        next.Settle();
        Assert.False(next.Engine.IsReady);
        Assert.Contains("1 orders", next.Engine.Accounts[SampleMarkets.Account].Cause, StringComparison.Ordinal);

        next.Advance(9);
        Assert.Single(next.Venue.Told.OfType<Instruction.Settle>());
        NotFound(next, id);
        Assert.Equal(Rejected | Out, next.Find(id).State);
        Assert.True(next.Engine.IsReady);
        Assert.Empty(next.Venue.Placed);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_cancel_asked_for_before_the_crash_is_sent_after_the_fence() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        rig.Settle();
        Rig.Accepted(rig.Cancel(id));
        var next = rig.Restart(live: true);
        Assert.Equal(id, Assert.Single(next.Venue.Told.OfType<Instruction.Cancel>()).Order.Order);
        return Task.CompletedTask;
    });

    [Fact]
    public void Numbers_go_on_where_they_ended() => Rig.Live(rig =>
    {
        var last = rig.Place();
        rig.Venue.Acknowledge(last);
        rig.Settle();
        Assert.Equal(new OrderId(last.Value + 1), rig.Restart(live: true).Place());
        return Task.CompletedTask;
    });

    [Fact]
    public void Killed_at_any_write_no_order_is_lost_and_none_is_sent_twice() => Rig.Live(rig =>
    {
        // What the venue would have seen of each order at each moment: a crash keeps any prefix of the journal from the
        // number of records that were durable when the venue was told.
        var told = new Dictionary<OrderId, int>();
        rig.Venue.Telling += instruction =>
        {
            if (instruction is Instruction.Place place)
                told.Add(place.Order, rig.Journal.Count);
        };
        for (var i = 0; i < 5; i++)
        {
            var id = rig.Place(clientOrderId: $"c{i}");
            if (i % 2 == 0)
                rig.Venue.Acknowledge(id);
            if (i == 2)
                Rig.Accepted(rig.Cancel(id));
            if (i == 4)
                rig.Venue.Fill(id, "f", 100000m, 0.01m);
            rig.Settle();
        }

        for (var records = 0; records <= rig.Journal.Count; records++)
        {
            var next = rig.Restart(records, live: true);
            var kept = next.Read(ledger => Enumerable.Range(1, 5).Select(i => ledger.Find(new(i))).OfType<Order>().ToList());
            foreach (var (id, durable) in told)
                Assert.True(durable > records || kept.Exists(order => order.Id == id), $"Order {id} was told and is lost after {records} records.");
            Assert.Empty(next.Venue.Placed);
            Assert.All(kept, order => Assert.True(order.IsOut || order.State.HasFlag(Acked) || order.State.HasFlag(Stale)));
            var asked = next.Venue.Told.OfType<Instruction.Reconcile>().Single().Orders.Select(order => order.Order);
            Assert.Equal(kept.Where(order => !order.IsOut).Select(order => order.Id), asked);
        }

        return Task.CompletedTask;
    });

    private static void NotFound(Rig rig, OrderId id)
    {
        rig.Venue.Report(new VenueEvent.OrderNotFound(SampleMarkets.Account, id, rig.Clock.GetUtcNow(), rig.Clock.GetUtcNow()));
        rig.Settle();
    }
}
