using Gateway.Orders.Alerts;
using Gateway.Orders.Limits;
using Gateway.Testing.Orders;
using Gateway.Venues;
using static Gateway.Orders.OrderState;

namespace Gateway.Orders.Tests;

/// <summary>An order that somebody else placed on an account is seen, counted, and can be canceled, like one of ours.</summary>
public sealed class ForeignOrderTests
{
    [Fact]
    public void It_is_seen_marked_and_told_of_once() => Rig.Live(rig =>
    {
        var alerts = Rig.Accepted(rig.Finish(() => rig.Engine.SubscribeAlertsAsync(_ => true, after: null, default)));
        var updates = Rig.Accepted(rig.Finish(() => rig.Engine.SubscribeAsync(_ => true, after: null, default)));
        var ours = rig.Place();
        Report(rig);
        Report(rig);

        var order = Only(rig);
        Assert.Equal((ours.Value + 1, true, Open | Acked, "77"), (order.Id.Value, order.IsForeign, order.State, order.ExchangeOrderId));
        Assert.Equal((Side.Sell, 101_000m, 0.5m), (order.Terms.Side, order.Terms.Price.Value, order.Terms.Quantity.Value));
        Assert.Equal([(AlertKind.ForeignOrder, order.Id)], alerts.Take().Select(alert => (alert.Kind, alert.Order!.Value)));
        Assert.Contains(Taken(updates), update => update.Order == order.Id && update.State == (Open | Acked));
        return Task.CompletedTask;
    });

    [Fact]
    public void It_counts_as_open_for_its_account_and_the_firm_and_less_as_it_trades() => Rig.Live(rig =>
    {
        Report(rig);
        AssertOpen(50_000m);
        Report(rig, filled: 0.2m);
        AssertOpen(30_000m);
        Report(rig, filled: 0.1m);
        AssertOpen(30_000m);
        Assert.Equal(0m, OpenOf(rig, new LimitSet.Trader(Rig.Trader.Trader)));
        return Task.CompletedTask;

        void AssertOpen(decimal dollars) => Assert.All(
            new LimitSet[] { new LimitSet.Account(SampleMarkets.Account), new LimitSet.Firm() }, set => Assert.Equal(dollars, OpenOf(rig, set)));
    });

    [Fact]
    public void Its_fills_stay_fills_of_no_order_of_ours() => Rig.Live(rig =>
    {
        Report(rig);
        rig.Venue.Fill(order: null, "f1", 101_000m, 0.2m);
        Report(rig, filled: 0.2m);
        Assert.Equal(FillWarnings.NotOurOrder, Assert.Single(rig.Read(ledger => ledger.Fills.ToList())).Warnings);
        Assert.Equal((Open | Acked | Filled, 0.2m), (Only(rig).State, Only(rig).Filled.Value));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(DoneCause.Canceled, 0.2, Acked | Canceled | Filled | Out)]
    [InlineData(DoneCause.Canceled, 0.0, Acked | Canceled | Out)]
    [InlineData(DoneCause.Filled, 0.5, Acked | Filled | Out)]
    public void It_ends_when_the_venue_says_so_and_old_news_does_not_bring_it_back(DoneCause cause, double filled, OrderState state) => Rig.Live(rig =>
    {
        Report(rig);
        var id = Only(rig).Id;
        Report(rig, (decimal)filled, cause);
        Assert.Equal((state, (decimal)filled), (rig.Find(id).State, rig.Find(id).Filled.Value));
        Report(rig);
        Assert.Empty(rig.Read(ledger => ledger.Open.ToList()));
        Assert.Equal(0m, OpenOf(rig, new LimitSet.Firm()));
        return Task.CompletedTask;
    });

    [Fact]
    public void The_end_of_one_that_was_never_seen_to_stand_is_no_news() => Rig.Live(rig =>
    {
        var before = rig.Journal.Count;
        Report(rig, 0.5m, DoneCause.Filled);
        rig.Settle();
        Assert.Equal(before, rig.Journal.Count);
        return Task.CompletedTask;
    });

    [Fact]
    public void It_is_canceled_by_the_number_that_the_venue_gave_it_and_not_changed() => Rig.Live(rig =>
    {
        Report(rig);
        var id = Only(rig).Id;
        Assert.Contains("placed by nobody of this gateway", Rig.Refused(rig.Modify(id, price: 100_500m)).Message, StringComparison.Ordinal);
        Rig.Accepted(rig.Cancel(id));
        var cancel = Assert.Single(rig.Venue.Told.OfType<Instruction.Cancel>());
        Assert.Equal((id, "77", true), (cancel.Order.Order, cancel.Order.ExchangeOrderId, cancel.Order.IsForeign));
        Report(rig, ended: DoneCause.Canceled);
        Assert.Equal(Acked | Canceled | Out, rig.Find(id).State);
        return Task.CompletedTask;
    });

    [Fact]
    public void It_survives_a_restart_and_is_looked_up_by_its_number() => Rig.Live(rig =>
    {
        Report(rig, filled: 0.1m);
        var next = rig.Restart();
        Assert.Equal(Only(rig), Only(next));
        next.GoLive();
        var asked = Assert.Single(Assert.Single(next.Venue.Told.OfType<Instruction.Reconcile>()).Orders);
        Assert.Equal(("77", true), (asked.ExchangeOrderId, asked.IsForeign));
        Report(next, filled: 0.1m);
        Assert.Equal(0.1m, Only(next).Filled.Value);
        Report(next, 0.5m, DoneCause.Filled);
        Assert.Empty(next.Read(ledger => ledger.Open.ToList()));
        return Task.CompletedTask;
    });

    private static Order Only(Rig rig) => Assert.Single(rig.Read(ledger => ledger.Open.Where(order => order.IsForeign).ToList()));

    private static decimal OpenOf(Rig rig, LimitSet set) =>
        rig.Read(ledger => ledger.Exposures.InUse(set, new LimitScope.Global())).Single(one => one.Key == nameof(MaxOpen)).Value;

    private static IEnumerable<OrderUpdate> Taken(OrderSubscription subscription)
    {
        while (subscription.TryTake(out var batch))
        {
            foreach (var update in batch)
                yield return update;
        }
    }

    private static void Report(Rig rig, decimal filled = 0, DoneCause? ended = null)
    {
        rig.Venue.Report(new VenueEvent.ForeignOrder(
            SampleMarkets.Account,
            "77",
            new(SampleMarkets.Btc.Id, Side.Sell, new(101_000m), new(0.5m), ReduceOnly: false),
            new(filled),
            ended,
            ended is null ? "open" : "ended",
            rig.Clock.GetUtcNow()));
        rig.Settle();
    }
}
