using Gateway.Venues;
using static Gateway.Orders.OrderState;

namespace Gateway.Orders.Tests;

public sealed class OrderLifeTests
{
    [Fact]
    public void Rests_fills_and_is_filled() => Rig.Live(rig =>
    {
        var id = rig.Place(quantity: 0.01m);
        rig.Venue.Acknowledge(id);
        Assert.Equal(Open | Acked, rig.Find(id).State);
        rig.Venue.Fill(id, "1", 100000m, 0.004m);
        Assert.Equal(Open | Acked | Filled, rig.Find(id).State);
        rig.Advance(1);
        rig.Venue.Fill(id, "2", 99000m, 0.006m);
        var order = rig.Find(id);
        Assert.Equal(Acked | Filled | Out, order.State);
        Assert.Equal((new Quantity(0.01m), 99400m), (order.Filled, order.AveragePrice));
        Assert.Equal(rig.Clock.GetUtcNow(), order.Times.Out);
        return Task.CompletedTask;
    });

    [Fact]
    public void Is_canceled_on_request() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        rig.Settle();
        Rig.Accepted(rig.Cancel(id));
        Assert.Equal(Open | Acked | Canceling, rig.Find(id).State);
        var cancel = Assert.Single(rig.Venue.Told.OfType<Instruction.Cancel>());
        Assert.Equal($"x{id}", cancel.Order.ExchangeOrderId);
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        var order = rig.Find(id);
        Assert.Equal((Acked | Canceled | Out, null), (order.State, order.RejectReason));
        return Task.CompletedTask;
    });

    [Fact]
    public void One_that_is_canceled_before_it_was_sent_does_not_claim_to_have_been_acknowledged() => Rig.Live(rig =>
    {
        var id = rig.Place();
        Rig.Accepted(rig.Cancel(id));
        rig.Venue.Report(new VenueEvent.OrderDone(
            rig.Find(id).Terms.Account, id, DoneCause.Canceled, Quantity.Zero, "canceled before it was sent", ExchangeOrderId: null, rig.Clock.GetUtcNow()));
        var order = rig.Find(id);
        Assert.Equal((Canceled | Out, null, null), (order.State, order.RejectReason, order.Times.Acknowledged));
        rig.Venue.Fill(id, "f1", 100_000m, 0.01m);
        Assert.Equal(Acked | Canceled | Filled | Out, rig.Find(id).State);
        return Task.CompletedTask;
    });

    [Fact]
    public void An_end_that_nobody_asked_for_keeps_the_venues_word() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        rig.Venue.Done(id, DoneCause.Canceled, 0, "marginCanceled");
        Assert.Equal("marginCanceled", rig.Find(id).RejectReason);
        return Task.CompletedTask;
    });

    [Fact]
    public void Is_rejected_with_the_venues_words() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Reject(id, "Insufficient margin to place order. asset=0");
        var order = rig.Find(id);
        Assert.Equal(Rejected | Out, order.State);
        Assert.Equal("Insufficient margin to place order. asset=0", order.RejectReason);
        return Task.CompletedTask;
    });

    [Fact]
    public void What_has_traded_is_not_rejected_any_more() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Fill(id, "1", 100000m, 0.001m);
        rig.Venue.Reject(id, "ioc");
        Assert.Equal(Acked | Filled | Canceled | Out, rig.Find(id).State);
        return Task.CompletedTask;
    });

    [Fact]
    public void An_end_waits_for_the_fills_that_the_venue_counted() => Rig.Live(rig =>
    {
        var id = rig.Place(quantity: 0.01m);
        rig.Venue.Done(id, DoneCause.Canceled, 0.004m, "canceled");
        Assert.Equal(Open | Acked, rig.Find(id).State);
        rig.Venue.Fill(id, "1", 100000m, 0.003m);
        Assert.Equal(Open | Acked | Filled, rig.Find(id).State);
        rig.Venue.Fill(id, "2", 100000m, 0.001m);
        Assert.Equal(Acked | Filled | Canceled | Out, rig.Find(id).State);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_filled_order_waits_for_all_of_its_fills_where_the_venue_does_not_count() => Rig.Live(rig =>
    {
        var id = rig.Place(quantity: 0.01m);
        rig.Venue.Done(id, DoneCause.Filled, null, "filled");
        Assert.False(rig.Find(id).IsOut);
        rig.Venue.Fill(id, "1", 100000m, 0.01m);
        Assert.Equal(Acked | Filled | Out, rig.Find(id).State);
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(DoneCause.Filled, Acked | Filled | Out)]
    [InlineData(DoneCause.Canceled, Acked | Filled | Canceled | Out)]
    public void An_end_that_was_not_counted_is_asked_about_and_final_only_once_it_is(DoneCause cause, OrderState final) => Rig.Live(rig =>
    {
        // A reduce-only order that the venue shrank to what there was to reduce.
        var id = rig.Place(quantity: 0.01m);
        rig.Venue.Fill(id, "1", 100000m, 0.002m);
        rig.Venue.Done(id, cause, null, "ended");
        Assert.False(rig.Find(id).IsOut);
        rig.Advance(2.1);
        Assert.Equal(id, Assert.Single(Assert.Single(rig.Venue.Told.OfType<Instruction.Settle>()).Orders).Order);
        rig.Venue.Done(id, cause, 0.002m, "ended");
        Assert.Equal(final, rig.Find(id).State);
        return Task.CompletedTask;
    });

    [Fact]
    public void Missing_fills_are_asked_for_ever_less_often_and_never_made_up() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Done(id, DoneCause.Filled, 0.01m, "filled");
        rig.Advance(1.9);
        Assert.Empty(rig.Venue.Told.OfType<Instruction.Settle>());
        rig.Advance(0.2);
        Assert.Equal(id, Assert.Single(Assert.Single(rig.Venue.Told.OfType<Instruction.Settle>()).Orders).Order);
        rig.Advance(600);
        Assert.InRange(rig.Venue.Told.OfType<Instruction.Settle>().Count(), 20, 26);
        rig.Venue.Report(new VenueEvent.OrderNotFound(new("DEFAULT"), id, rig.Clock.GetUtcNow(), rig.Clock.GetUtcNow()));
        Assert.False(rig.Find(id).IsOut);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_fill_after_out_is_counted_with_a_warning() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        rig.Venue.Fill(id, "1", 100000m, 0.01m);
        rig.Venue.Fill(id, "2", 100000m, 0.01m);
        var order = rig.Find(id);
        Assert.Equal((Acked | Filled | Canceled | Out, new Quantity(0.02m)), (order.State, order.Filled));
        Assert.Equal(
            [FillWarnings.FillAfterOut, FillWarnings.FillAfterOut | FillWarnings.Overfilled],
            rig.Read(ledger => ledger.Fills.Select(fill => fill.Warnings).ToList()));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_fill_of_nobody_is_recorded_as_such() => Rig.Live(rig =>
    {
        rig.Venue.Fill(null, "1", 100000m, 0.01m);
        rig.Venue.Fill(new(77), "2", 100000m, 0.01m);
        Assert.All(
            rig.Read(ledger => ledger.Fills.ToList()),
            fill => Assert.Equal((null, FillWarnings.NotOurOrder), (fill.Order, fill.Warnings)));
        Assert.NotNull(rig.Read(ledger => ledger.FindFill("DEFAULT:2")));
        return Task.CompletedTask;
    });

    [Fact]
    public void An_unreadable_fill_is_kept_and_marks_its_order() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Report(new VenueEvent.OrderFilled(
            id, new() { Account = new("DEFAULT"), Key = "1", ReceivedTime = rig.Clock.GetUtcNow(), Raw = "{}" }));
        Assert.Equal((Open | Acked | Filled, null), (rig.Find(id).State, rig.Find(id).AveragePrice));
        Assert.True(rig.Read(ledger => ledger.Fills[0].IsAberrant));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_fill_counts_once_by_whatever_road_it_comes() => Rig.Live(rig =>
    {
        var id = rig.Place(quantity: 0.01m);
        rig.Venue.Fill(id, "1", 100000m, 0.004m);
        rig.Venue.Fill(id, "1", 100000m, 0.004m);
        Assert.Equal(new Quantity(0.004m), rig.Find(id).Filled);
        Assert.Single(rig.Read(ledger => ledger.Fills.ToList()));
        return Task.CompletedTask;
    });

    [Fact]
    public void What_is_told_once_more_is_neither_written_nor_told() => Rig.Live(async rig =>
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        rig.Settle();
        using var feed = Rig.Accepted(rig.Finish(() => rig.Engine.SubscribeAsync(_ => true, after: null, default)));
        var (records, looks) = (rig.Journal.Count, 0);
        rig.Journal.Flushing = () => looks++;
        rig.Venue.Acknowledge(id);
        rig.Settle();
        Assert.Equal((records, 0), (rig.Journal.Count, looks));
        Assert.False(feed.TryTake(out _));
    });

    [Fact]
    public void Out_is_final() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Reject(id, "no");
        rig.Settle();
        var before = rig.Find(id);
        rig.Venue.Acknowledge(id);
        rig.Venue.Done(id, DoneCause.Filled, 0.01m, "filled");
        rig.Venue.Report(new VenueEvent.PlaceUnknown(new("DEFAULT"), id, "late", rig.Clock.GetUtcNow()));
        Assert.Equal(before, rig.Find(id));
        return Task.CompletedTask;
    });

    [Fact]
    public void Canceling_what_is_out_names_the_final_state_and_canceling_twice_is_harmless() => Rig.Live(rig =>
    {
        var id = rig.Place();
        Rig.Accepted(rig.Cancel(id));
        var records = rig.Journal.Count;
        Rig.Accepted(rig.Cancel(id));
        Assert.Equal(records, rig.Journal.Count);
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        rig.Settle();
        var refused = Rig.Refused(rig.Cancel(id));
        Assert.Equal(RejectCode.InvalidRequest, refused.Code);
        Assert.Contains("Canceled, Out", refused.Message, StringComparison.Ordinal);
        Assert.Equal(RejectCode.UnknownOrder, Rig.Refused(rig.Cancel(new(99))).Code);
        return Task.CompletedTask;
    });

    [Fact]
    public void News_of_another_account_does_not_touch_an_order() => Rig.Live(rig =>
    {
        var id = rig.Place();
        var before = rig.Find(id);
        rig.Venue.Report(new VenueEvent.OrderRejected(new("OTHER"), id, "no", null, rig.Clock.GetUtcNow()));
        rig.Settle();
        Assert.Equal(before, rig.Find(id));
        return Task.CompletedTask;
    });

    [Fact]
    public void The_moment_of_sending_is_kept_without_a_flush_of_its_own() => Rig.Live(rig =>
    {
        var id = rig.Place();
        var flushes = rig.Journal.Flushes;
        rig.Venue.Report(new VenueEvent.OrderSent(new("DEFAULT"), id, rig.Clock.GetUtcNow()));
        rig.Settle();
        Assert.Equal(flushes, rig.Journal.Flushes);
        Assert.NotNull(rig.Find(id).Times.Sent);
        Assert.Equal(flushes + 1, rig.Journal.Flushes);
        return Task.CompletedTask;
    });
}
