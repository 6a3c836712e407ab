using Gateway.Orders.Limits;
using Gateway.Testing.Orders;
using Gateway.Testing.Venues;
using Gateway.Venues;
using static Gateway.Orders.OrderState;

namespace Gateway.Orders.Tests.Modifying;

/// <summary>A change on its way through a venue that carries it out by cancel and replace.</summary>
public sealed class ReplacingTests
{
    private static readonly AccountName Account = SampleMarkets.Account;

    [Fact]
    public void It_is_sent_once_with_the_standing_leg_and_what_takes_its_place() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        rig.Venue.Fill(id, "f1", 100000m, 0.004m);
        Rig.Accepted(rig.Modify(id, 100100m, 0.02m));

        var told = Assert.Single(rig.Venue.Told.OfType<Instruction.Modify>());
        Assert.Equal((id, 0, "x1", 1), (told.Order.Order, told.Order.Leg, told.Order.ExchangeOrderId, told.Leg));
        Assert.Equal((100100m, 0.016m), (told.Intent.Price.Value, told.Intent.Quantity.Value));
        Assert.Equal(rig.Clock.GetUtcNow() + rig.Options.SendWindow, told.ValidUntil);
        var order = rig.Find(id);
        Assert.Equal((100000m, 0.01m, 100100m), (order.Terms.Price.Value, order.Terms.Quantity.Value, order.Replacement!.Price.Value));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void In_whatever_order_the_legs_are_told_of_the_order_becomes_what_was_asked(bool newFirst) => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, 100100m, 0.02m));
        if (newFirst)
            rig.Venue.Acknowledge(id, leg: 1);
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        Assert.False(rig.Find(id).IsOut);
        if (!newFirst)
            rig.Venue.Acknowledge(id, leg: 1);

        Is(rig, id, Open | Acked, 100100m, 0.02m, 0);
        Assert.Equal((FakeVenue.NumberOf(id, 1), 1), (rig.Find(id).ExchangeOrderId, rig.Find(id).Leg));
        rig.Venue.Fill(id, "f1", 100100m, 0.02m, leg: 1);
        Is(rig, id, Acked | Filled | Out, 100100m, 0.02m, 0.02m);
        return Task.CompletedTask;
    });

    [Fact]
    public void Both_prices_are_known_to_subscribers_by_an_update_once_it_is_settled() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        var before = rig.Find(id).Sequence;
        Rig.Accepted(rig.Modify(id, 100100m));
        Assert.Equal(before, rig.Find(id).Sequence);
        rig.Venue.Acknowledge(id, leg: 1);
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        Assert.True(rig.Find(id).Sequence > before);
        return Task.CompletedTask;
    });

    [Fact]
    public void What_the_old_leg_trades_meanwhile_comes_on_top() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, 100100m, 0.02m));
        rig.Venue.Done(id, DoneCause.Canceled, 0.003m, "canceled");
        rig.Venue.Acknowledge(id, leg: 1);
        Is(rig, id, Open | Acked, 100100m, 0.023m, 0);
        rig.Venue.Fill(id, "f2", 100100m, 0.02m, leg: 1);
        rig.Venue.Done(id, DoneCause.Filled, 0.02m, "filled", leg: 1);
        Assert.False(rig.Find(id).IsOut, "A fill of the old leg is still missing.");
        rig.Venue.Fill(id, "f1", 100000m, 0.003m);
        Is(rig, id, Acked | Filled | Out, 100100m, 0.023m, 0.023m);
        Assert.All(rig.Read(ledger => ledger.Fills.ToList()), fill => Assert.Equal(FillWarnings.None, fill.Warnings));
        return Task.CompletedTask;
    });

    [Fact]
    public void The_larger_leg_is_open_until_it_is_settled() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, quantity: 0.03m));
        Assert.Equal(0.03m, Rest(rig, id));
        rig.Venue.Fill(id, "f1", 100000m, 0.004m);
        Assert.Equal(0.03m, Rest(rig, id));
        rig.Venue.Done(id, DoneCause.Canceled, 0.004m, "canceled");
        rig.Venue.Acknowledge(id, leg: 1);
        Assert.Equal(0.03m, Rest(rig, id));

        Rig.Accepted(rig.Modify(id, quantity: 0.005m));
        Assert.Equal(0.03m, Rest(rig, id));
        rig.Venue.Acknowledge(id, leg: 2);
        Assert.Equal(0.03m, Rest(rig, id));
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled", leg: 1);
        Assert.Equal(0.001m, Rest(rig, id));
        return Task.CompletedTask;
    });

    [Fact]
    public void Refused_it_leaves_the_order_as_it_was_if_the_venue_says_so_when_asked() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, 100100m, 0.02m));
        rig.Venue.Reject(id, "Attempted to modify to invalid new order", leg: 1);
        Assert.Equal(Open | Acked | Stale, rig.Find(id).State);
        rig.Advance(1.1);
        Assert.Equal([new LiveOrder(id, SampleMarkets.Btc.Id, "x1", rig.Find(id).Times.Journaled)], Asked(rig));
        rig.Venue.Acknowledge(id);
        Is(rig, id, Open | Acked, 100000m, 0.01m, 0);
        Assert.Equal("Attempted to modify to invalid new order", rig.Find(id).RejectReason);

        rig.Venue.Done(id, DoneCause.Canceled, 0, "marginCanceled");
        Assert.Equal("marginCanceled", rig.Find(id).RejectReason);
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Refused_after_its_cancel_it_leaves_the_order_out_with_both_words(bool endFirst) => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, 100100m, 0.02m));
        if (endFirst)
            rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        rig.Venue.Reject(id, "Error placing new order during modify: no", leg: 1);
        if (!endFirst)
            rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        Is(rig, id, Acked | Canceled | Out, 100000m, 0.01m, 0);
        Assert.Equal("canceled; Error placing new order during modify: no", rig.Find(id).RejectReason);
        return Task.CompletedTask;
    });

    [Fact]
    public void An_order_that_filled_first_is_filled_and_the_change_is_of_no_account() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, 100100m, 0.02m));
        rig.Venue.Fill(id, "f1", 100000m, 0.01m);
        rig.Venue.Done(id, DoneCause.Filled, 0.01m, "filled");
        Assert.False(rig.Find(id).IsOut, "Whether something took its place is not known.");
        rig.Venue.Reject(id, "Cannot modify canceled or filled order", leg: 1);
        Is(rig, id, Acked | Filled | Out, 100000m, 0.01m, 0.01m);
        Assert.Null(rig.Find(id).RejectReason);
        return Task.CompletedTask;
    });

    [Fact]
    public void Lost_it_is_asked_about_by_both_legs_and_never_sent_again() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, 100100m, 0.02m));
        rig.Venue.Report(new VenueEvent.PlaceUnknown(Account, id, "lost", rig.Clock.GetUtcNow(), Leg: 1));
        Assert.Equal(Open | Acked | Stale, rig.Find(id).State);
        rig.Advance(1.1);
        Assert.Equal([("x1", 0), (null, 1)], Asked(rig).Select(leg => (leg.ExchangeOrderId, leg.Leg)));

        // The present leg may have been asked about just before it was replaced.
        rig.Venue.Acknowledge(id);
        Assert.Equal(Open | Acked | Stale, rig.Find(id).State);
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        rig.Venue.Acknowledge(id, leg: 1);
        Is(rig, id, Open | Acked, 100100m, 0.02m, 0);
        rig.Advance(120);
        Assert.Single(rig.Venue.Told.OfType<Instruction.Modify>());
        return Task.CompletedTask;
    });

    [Fact]
    public void Not_found_is_proof_only_after_its_last_valid_moment() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, 100100m, 0.02m));
        rig.Venue.Report(new VenueEvent.PlaceUnknown(Account, id, "lost", rig.Clock.GetUtcNow(), Leg: 1));
        var last = rig.Find(id).Replacement!.ValidUntil + rig.Options.ProofMargin;
        NotFound(rig, id, last);
        Assert.NotNull(rig.Find(id).Replacement);
        NotFound(rig, id, last.AddTicks(10));
        Assert.Null(rig.Find(id).Replacement);
        rig.Venue.Acknowledge(id);
        Is(rig, id, Open | Acked, 100000m, 0.01m, 0);
        Assert.StartsWith("The change never reached the venue", rig.Find(id).RejectReason, StringComparison.Ordinal);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_cancel_meanwhile_goes_to_both_legs_the_standing_one_first() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, 100100m, 0.02m));
        Rig.Accepted(rig.Cancel(id));
        Assert.Equal([0, 1], rig.Venue.Told.OfType<Instruction.Cancel>().Select(cancel => cancel.Order.Leg));
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        Assert.False(rig.Find(id).IsOut);
        rig.Venue.Reject(id, "Cannot modify canceled or filled order", leg: 1);
        Is(rig, id, Acked | Canceled | Out, 100000m, 0.01m, 0);
        Assert.Null(rig.Find(id).RejectReason);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_cancel_that_the_change_has_overtaken_reaches_what_took_its_place() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, 100100m, 0.02m));
        Rig.Accepted(rig.Cancel(id));
        rig.Venue.Report(new VenueEvent.CancelRejected(Account, id, "no such order", rig.Clock.GetUtcNow()));
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        rig.Venue.Acknowledge(id, leg: 1);
        rig.Settle();
        Assert.Equal(1, rig.Venue.Told.OfType<Instruction.Cancel>().Last().Order.Leg);
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled", leg: 1);
        Is(rig, id, Acked | Canceled | Out, 100100m, 0.02m, 0);
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void After_a_crash_both_legs_are_looked_up(bool wasReplaced) => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, 100100m, 0.02m));
        rig = rig.Restart();
        Assert.Equal(Open | Acked | Stale, rig.Find(id).State);
        rig.Venue.Connect();
        rig.Settle();
        Assert.Equal([("x1", 0), (null, 1)], rig.Venue.Told.OfType<Instruction.Reconcile>().Single().Orders.Select(leg => (leg.ExchangeOrderId, leg.Leg)));
        if (wasReplaced)
        {
            rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
            rig.Venue.Acknowledge(id, leg: 1);
            Is(rig, id, Open | Acked, 100100m, 0.02m, 0);
        }
        else
        {
            rig.Advance(8);
            rig.Venue.Acknowledge(id);
            NotFound(rig, id, rig.Clock.GetUtcNow());
            rig.Venue.Acknowledge(id);
            Is(rig, id, Open | Acked, 100000m, 0.01m, 0);
        }

        return Task.CompletedTask;
    });

    [Fact]
    public void A_full_queue_leaves_the_order_as_it_was() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        rig.Venue.HasRoom = false;
        Rig.Accepted(rig.Modify(id, 100100m));
        Is(rig, id, Open | Acked, 100000m, 0.01m, 0);
        Assert.Equal("The queue to the venue is full; nothing was sent.", rig.Find(id).RejectReason);
        rig.Venue.HasRoom = true;
        Rig.Accepted(rig.Modify(id, 100100m));
        Assert.Equal(2, rig.Venue.Told.OfType<Instruction.Modify>().Single().Leg);
        Assert.Null(rig.Find(id).RejectReason);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_repeat_of_the_first_request_still_finds_its_order() => Rig.Live(rig =>
    {
        var id = rig.Place(clientOrderId: "mine");
        rig.Venue.Acknowledge(id);
        Rig.Accepted(rig.Modify(id, 100100m));
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        rig.Venue.Acknowledge(id, leg: 1);
        Assert.Equal(id, rig.Place(clientOrderId: "mine"));
        return Task.CompletedTask;
    });

    [Fact]
    public void News_of_former_legs_changes_nothing() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, 100100m));
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        rig.Venue.Acknowledge(id, leg: 1);
        var known = rig.Find(id);
        var records = rig.Journal.Durable.Count;
        rig.Venue.Acknowledge(id);
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        rig.Venue.Reject(id, "no");
        rig.Venue.Report(new VenueEvent.OrderNotFound(Account, id, rig.Clock.GetUtcNow().AddDays(1), rig.Clock.GetUtcNow()));
        rig.Settle();
        Assert.Equal((known, records), (rig.Find(id), rig.Journal.Durable.Count));
        return Task.CompletedTask;
    });

    [Fact]
    public void An_end_that_was_not_counted_is_asked_about_before_anything_is_settled() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Modify(id, 100100m, 0.02m));
        rig.Venue.Acknowledge(id, leg: 1);
        rig.Venue.Done(id, DoneCause.Canceled, null, "canceled");
        Assert.NotNull(rig.Find(id).Replacement);
        rig.Advance(2.1);
        Assert.Equal([0, 1], Asked(rig).Select(leg => leg.Leg));
        rig.Venue.Done(id, DoneCause.Canceled, 0.001m, "canceled");
        Is(rig, id, Open | Acked, 100100m, 0.021m, 0);
        return Task.CompletedTask;
    });

    private static OrderId Resting(Rig rig)
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        return id;
    }

    private static void NotFound(Rig rig, OrderId id, DateTimeOffset venueTime) =>
        rig.Venue.Report(new VenueEvent.OrderNotFound(Account, id, venueTime, rig.Clock.GetUtcNow(), Leg: 1));

    private static IEnumerable<LiveOrder> Asked(Rig rig) => rig.Venue.Told.OfType<Instruction.Settle>().Last().Orders;

    private static decimal Rest(Rig rig, OrderId id)
    {
        var order = rig.Find(id);
        var inUse = rig.Read(ledger => ledger.Exposures.InUse(new LimitSet.Firm(), new LimitScope.Global())).Single(use => use.Key == "MaxOpen");
        Assert.Equal(order.Rest().Value * 100_000, inUse.Value);
        return order.Rest().Value;
    }

    private static void Is(Rig rig, OrderId id, OrderState state, decimal price, decimal quantity, decimal filled)
    {
        var order = rig.Find(id);
        Assert.Equal((state, price, quantity, filled), (order.State, order.Terms.Price.Value, order.Terms.Quantity.Value, order.Filled.Value));
        Assert.Null(order.Replacement);
        Assert.Null(order.End);
    }
}
