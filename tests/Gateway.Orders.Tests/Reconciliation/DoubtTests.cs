using Gateway.Venues;
using static Gateway.Orders.OrderState;

namespace Gateway.Orders.Tests.Reconciliation;

public sealed class DoubtTests
{
    private static readonly AccountName Account = new("DEFAULT");

    [Fact]
    public void A_lost_answer_makes_an_order_stale_and_the_venue_is_asked() => Rig.Live(rig =>
    {
        var id = rig.Place();
        Lose(rig, id);
        Assert.Equal(Open | Stale, rig.Find(id).State);
        rig.Advance(1);
        Assert.Equal(id, Assert.Single(Settles(rig).Single().Orders).Order);
        rig.Venue.Acknowledge(id);
        Assert.Equal(Open | Acked, rig.Find(id).State);
        rig.Advance(600);
        Assert.Single(Settles(rig));
        return Task.CompletedTask;
    });

    [Fact]
    public void The_venue_is_asked_in_time_where_timers_fire_too_early() => Rig.Live(rig =>
    {
        rig.Clock.Haste = TimeSpan.FromMilliseconds(3);
        Lose(rig, rig.Place());
        rig.Advance(0.998);
        Assert.Empty(Settles(rig));
        rig.Advance(0.002);
        rig.Settle();
        Assert.Single(Settles(rig));
        return Task.CompletedTask;
    });

    [Fact]
    public void What_is_due_earlier_than_the_rest_is_seen_to_first() => Rig.Live(rig =>
    {
        var late = rig.Place();
        rig.Advance(0.5);
        Lose(rig, late);
        rig.Advance(0.8);
        Lose(rig, rig.Place());
        rig.Advance(0.2);
        Assert.Equal(late, Assert.Single(Settles(rig)).Orders.Single().Order);
        rig.Advance(0.8);
        Assert.Equal(2, Settles(rig).Count());
        return Task.CompletedTask;
    });

    [Fact]
    public void An_unknown_order_is_rejected_only_when_it_can_no_longer_arrive() => Rig.Live(rig =>
    {
        var id = rig.Place();
        var last = rig.Find(id).ValidUntil + rig.Options.ProofMargin;
        Lose(rig, id);
        rig.Advance(1);
        NotFound(rig, id, last);
        Assert.Equal(Open | Stale, rig.Find(id).State);
        rig.Advance(6.1);
        Assert.Single(Settles(rig));
        rig.Advance(3);
        Assert.Equal(2, Settles(rig).Count());
        NotFound(rig, id, last + TimeSpan.FromTicks(1));
        var order = rig.Find(id);
        Assert.Equal(Rejected | Out, order.State);
        Assert.Contains("never reached the venue", order.RejectReason, StringComparison.Ordinal);
        return Task.CompletedTask;
    });

    [Fact]
    public void An_acknowledged_order_that_the_venue_forgot_is_canceled_with_that_reason() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        rig.Advance(60);
        NotFound(rig, id, rig.Clock.GetUtcNow());
        var order = rig.Find(id);
        Assert.Equal((Acked | Canceled | Out, "the venue no longer knows this order"), (order.State, order.RejectReason));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_lost_answer_to_an_order_that_was_acknowledged_meanwhile_is_no_doubt() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        Lose(rig, id);
        Assert.Equal(Open | Acked, rig.Find(id).State);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_refused_cancel_is_settled_at_once_and_sent_again_if_the_order_lives() => Rig.Live(rig =>
    {
        var id = rig.Place();
        Rig.Accepted(rig.Cancel(id));
        RejectCancel(rig, id);
        Assert.Single(Settles(rig));
        rig.Venue.Acknowledge(id);
        rig.Settle();
        Assert.Equal(2, Cancels(rig));
        Assert.Equal(Open | Acked | Canceling, rig.Find(id).State);

        // A venue that keeps refusing is asked ever less often.
        RejectCancel(rig, id);
        Assert.Single(Settles(rig));
        rig.Advance(2);
        Assert.Equal(2, Settles(rig).Count());
        return Task.CompletedTask;
    });

    [Fact]
    public void A_cancel_that_overtook_its_order_proves_nothing() => Rig.Live(rig =>
    {
        var id = rig.Place();
        Rig.Accepted(rig.Cancel(id));
        RejectCancel(rig, id);
        NotFound(rig, id, rig.Clock.GetUtcNow());
        Assert.Equal(Open | Canceling, rig.Find(id).State);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_lost_cancel_makes_the_order_stale_until_it_is_settled() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        rig.Settle();
        Rig.Accepted(rig.Cancel(id));
        rig.Venue.Report(new VenueEvent.CancelUnknown(Account, id, "no answer", rig.Clock.GetUtcNow()));
        Assert.Equal(Open | Acked | Canceling | Stale, rig.Find(id).State);
        rig.Advance(1);
        Assert.Single(Settles(rig));
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        Assert.Equal(Acked | Canceled | Out, rig.Find(id).State);
        return Task.CompletedTask;
    });

    [Fact]
    public void Cancels_of_a_dead_account_are_kept_and_sent_after_the_fence() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        rig.Venue.Disconnect();
        rig.Settle();
        Rig.Accepted(rig.Cancel(id));
        Assert.Equal(0, Cancels(rig));
        rig.Venue.Connect();
        rig.Settle();
        Assert.Equal(0, Cancels(rig));
        rig.Venue.Reconciled();
        rig.Settle();
        Assert.Equal(1, Cancels(rig));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_cancel_during_the_fence_is_sent_at_once_and_only_once() => Rig.Started(rig =>
    {
        rig.GoLive();
        var id = rig.Place();
        rig.Venue.Disconnect();
        rig.Venue.Connect();
        rig.Settle();
        Rig.Accepted(rig.Cancel(id));
        Assert.Equal(1, Cancels(rig));
        rig.Venue.Reconciled();
        rig.Settle();
        Assert.Equal(1, Cancels(rig));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_cancel_on_its_way_when_the_connection_broke_is_sent_again() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        rig.Settle();
        Rig.Accepted(rig.Cancel(id));
        rig.Venue.Disconnect();
        rig.GoLive();
        Assert.Equal(2, Cancels(rig));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_cancel_or_fence_that_found_no_room_is_told_again() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.HasRoom = false;
        Rig.Accepted(rig.Cancel(id));
        rig.Venue.Disconnect();
        rig.Settle();
        rig.Venue.Connect();
        rig.Settle();
        rig.Venue.HasRoom = true;
        var fences = rig.Venue.Told.OfType<Instruction.Reconcile>().Count();
        rig.Advance(0.2);
        Assert.Equal(fences + 1, rig.Venue.Told.OfType<Instruction.Reconcile>().Count());
        rig.Venue.Reconciled();
        rig.Advance(0.2);
        Assert.Equal(1, Cancels(rig));
        return Task.CompletedTask;
    });

    [Fact]
    public void The_fence_asks_about_every_open_order_and_for_fills_since_the_last_complete_moment() => Rig.Live(rig =>
    {
        var (one, two) = (rig.Place(), rig.Place());
        rig.Venue.Fill(one, "1", 100000m, 0.01m);
        rig.Settle();
        var complete = rig.Clock.GetUtcNow();
        rig.Venue.Disconnect();
        rig.Settle();
        rig.Advance(10);

        // A fill that comes before the fence is over may have overtaken one that was missed.
        rig.Venue.Fill(two, "3", 100000m, 0.001m);
        rig.Venue.Connect();
        rig.Settle();
        var fence = rig.Venue.Told.OfType<Instruction.Reconcile>().Last();
        Assert.Equal(two, Assert.Single(fence.Orders).Order);
        Assert.Equal(complete, fence.FillsSince);

        var again = rig.Restart();
        again.Venue.Connect();
        again.Settle();
        Assert.Equal(complete, again.Venue.Told.OfType<Instruction.Reconcile>().Single().FillsSince);
        again.Venue.Reconciled();
        again.Venue.Disconnect();
        again.Venue.Connect();
        again.Settle();
        Assert.Equal(complete.AddSeconds(10), again.Venue.Told.OfType<Instruction.Reconcile>().Last().FillsSince);
        return Task.CompletedTask;
    });

    private static IEnumerable<Instruction.Settle> Settles(Rig rig) => rig.Venue.Told.OfType<Instruction.Settle>();

    private static int Cancels(Rig rig) => rig.Venue.Told.OfType<Instruction.Cancel>().Count();

    private static void Lose(Rig rig, OrderId id)
    {
        rig.Venue.Report(new VenueEvent.PlaceUnknown(Account, id, "the connection broke", rig.Clock.GetUtcNow()));
        rig.Settle();
    }

    private static void NotFound(Rig rig, OrderId id, DateTimeOffset venueTime)
    {
        rig.Venue.Report(new VenueEvent.OrderNotFound(Account, id, venueTime, rig.Clock.GetUtcNow()));
        rig.Settle();
    }

    private static void RejectCancel(Rig rig, OrderId id)
    {
        rig.Venue.Report(new VenueEvent.CancelRejected(Account, id, "Order was never placed, already canceled, or filled.", rig.Clock.GetUtcNow()));
        rig.Settle();
    }
}
