using Gateway.Orders.Halts;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;
using Gateway.Testing.Orders;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Modifying;

/// <summary>Which changes are taken.</summary>
public sealed class ModifyingTests
{
    [Fact]
    public void Nothing_to_change_is_refused() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Refuses(rig, id, null, null, "price", "Give a new price, a new quantity or both; order 1 has 0.01 at 100000.");
        Refuses(rig, id, 100000m, 0.01m, "quantity", "Order 1 has 0.01 at 100000 already; nothing would change.");
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(0.004)]
    [InlineData(0.003)]
    public void The_whole_is_more_than_what_is_filled(double quantity) => Rig.Live(rig =>
    {
        var id = Resting(rig);
        rig.Venue.Fill(id, "f1", 100000m, 0.004m);
        Refuses(rig, id, null, (decimal)quantity, "quantity", "0.004 of order 1 are filled; a new one has to be more than that. To end the order, cancel it.");
        return Task.CompletedTask;
    });

    [Fact]
    public void The_markets_rules_hold_for_the_order_as_it_would_be() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Refuses(rig, id, 100000.5m, null, "price", "100000.5 is not a valid price");
        Refuses(rig, id, null, 0.0100001m, "quantity", "0.0100001 is not a whole number of lots");
        Refuses(rig, id, null, 0.00005m, "quantity", "is worth 5 USDC; an order is worth at least 10");
        rig.Venue.Fill(id, "f1", 100000m, 0.004m);
        Refuses(rig, id, null, 0.00405m, "quantity", "0.004 of order 1 are filled, and the rest is placed anew: 0.00005 at 100000 is worth 5 USDC");
        return Task.CompletedTask;
    });

    [Fact]
    public void Only_an_order_that_rests_can_be_changed() => Rig.Live(rig =>
    {
        var id = rig.Place();
        Refuses(rig, id, 99000m, null, "order_id", "The venue has not acknowledged order 1 yet; wait for that, or cancel the order.");
        rig.Venue.Acknowledge(id);
        Rig.Accepted(rig.Modify(id, 99000m));
        Refuses(rig, id, 98000m, null, "order_id", "Order 1 is being changed to 0.01 at 99000; wait until that is settled, or cancel the order.");
        rig.Venue.Reject(id, "no", leg: 1);
        Refuses(rig, id, 98000m, null, "order_id", "What became of order 1 is unknown until the venue has been asked");
        rig.Venue.Acknowledge(id);
        Rig.Accepted(rig.Cancel(id));
        Refuses(rig, id, 98000m, null, "order_id", "Order 1 is being canceled; wait until it is out, then place a new one.");
        rig.Venue.Done(id, DoneCause.Canceled, 0.001m, "canceled");
        Refuses(rig, id, 98000m, null, "order_id", "Order 1 is being canceled");
        rig.Venue.Fill(id, "f1", 100000m, 0.001m);
        Refuses(rig, id, 98000m, null, "order_id", "Order 1 is out already (Filled, Canceled, Out); place a new one.");
        Assert.Equal(RejectCode.UnknownOrder, Rig.Refused(rig.Modify(new(99), 98000m)).Code);
        return Task.CompletedTask;
    });

    [Fact]
    public void An_order_that_has_ended_waits_for_its_fills_only() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        rig.Venue.Done(id, DoneCause.Canceled, 0.001m, "marginCanceled");
        Refuses(rig, id, 98000m, null, "order_id", "Order 1 has ended at the venue, and its last fills are on their way; place a new one.");
        return Task.CompletedTask;
    });

    [Fact]
    public void Triggers_and_IOC_are_not_changed() => Rig.Live(rig =>
    {
        var trigger = Rig.Accepted(rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m) with { Trigger = new(new(99000m), TriggerKind.StopLoss, Market: false) }));
        var ioc = Rig.Accepted(rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m) with { TimeInForce = TimeInForce.ImmediateOrCancel }));
        rig.Venue.Acknowledge(trigger);
        rig.Venue.Acknowledge(ioc);
        Refuses(rig, trigger, 98000m, null, "order_id", "only plain limit orders can be changed; cancel it and place a new one.");
        Refuses(rig, ioc, 98000m, null, "order_id", "Order 2 is IOC and does not rest, so there is nothing to change; place a new one.");
        return Task.CompletedTask;
    });

    [Fact]
    public void A_route_that_changes_nothing_says_what_to_do_instead() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        rig.Venue.ModifyRefusal = "Route X places only; cancel it and place another.";
        Refuses(rig, id, 98000m, null, "order_id", "Order 1 cannot be changed: Route X places only; cancel it and place another.");
        return Task.CompletedTask;
    });

    [Fact]
    public void An_order_has_2047_changes_in_it() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        for (var leg = 1; leg <= OrderLeg.Last; leg++)
        {
            Rig.Accepted(rig.Modify(id, leg % 2 == 0 ? 100000m : 99000m));
            rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled", leg - 1);
            rig.Venue.Acknowledge(id, leg);
        }

        Refuses(rig, id, 98000m, null, "order_id", "Order 1 was changed 2047 times, which is as often as one can be; cancel it and place a new one.");
        return Task.CompletedTask;
    });

    [Fact]
    public void A_halt_lets_no_change_pass() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Rig.Accepted(rig.Finish(() => rig.Engine.HaltAsync(new GlobalHalt(), cancelOpen: false, Rig.Trader, default)));
        Refuses(rig, id, null, 0.005m, "order_id", "A change places a new order at the venue, so it has to wait; a cancel does not.");
        return Task.CompletedTask;
    });

    [Fact]
    public void An_account_that_is_away_changes_nothing() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        rig.Venue.Disconnect();
        Assert.Equal(RejectCode.VenueUnavailable, Rig.Refused(rig.Modify(id, 98000m)).Code);
        return Task.CompletedTask;
    });

    [Fact]
    public void The_venues_rate_budget_is_asked_as_for_an_order() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        rig.Venue.BudgetWait = TimeSpan.FromSeconds(2);
        var refused = Rig.Refused(rig.Modify(id, 98000m));
        Assert.Equal((RejectCode.RateLimited, TimeSpan.FromSeconds(2)), (refused.Code, refused.RetryAfter));
        Assert.DoesNotContain(rig.Journal.Durable, record => record.Event is ModifyRequested);
        return Task.CompletedTask;
    });

    [Fact]
    public void Sums_are_asked_about_the_growth_alone() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Limit(rig, "MaxOpen", 1_500m);
        Rig.Accepted(rig.Modify(id, quantity: 0.015m));
        rig.Venue.Done(id, DoneCause.Canceled, 0, "canceled");
        rig.Venue.Acknowledge(id, leg: 1);
        Refuses(rig, id, null, 0.016m, "quantity", "MaxOpen, Firm, Global: amount 1500, current 1500, candidate 100, together 1600");

        Limit(rig, "MaxOpen", 1m);
        Rig.Accepted(rig.Modify(id, quantity: 0.014m));
        return Task.CompletedTask;
    });

    [Fact]
    public void The_limit_of_one_order_is_asked_about_all_of_it() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Limit(rig, "MaxOrder", 1_200m);
        Refuses(rig, id, null, 0.013m, "quantity", "MaxOrder, Firm, Global: amount 1200, current 0, candidate 1300, together 1300");
        Rig.Accepted(rig.Modify(id, quantity: 0.012m));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_price_too_far_away_is_refused_whatever_the_quantity() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Refuses(rig, id, 200000m, 0.005m, "price", "MaxPriceDeviation: price 200000 is more than 50 % away");
        Refuses(rig, id, 200000m, null, "price", "MaxPriceDeviation");
        return Task.CompletedTask;
    });

    [Fact]
    public void Without_a_mark_only_what_does_not_grow_passes() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        rig.Venue.Marks[SampleMarkets.Btc.Base.Id] = null;
        rig.Advance(31);
        rig.Venue.Acknowledge(id);
        Refuses(rig, id, null, 0.02m, "quantity", "There is no mark price of");
        Rig.Accepted(rig.Modify(id, 99000m, 0.005m));
        return Task.CompletedTask;
    });

    [Fact]
    public void What_passes_because_nothing_is_enforced_is_alerted() => Rig.Live(rig =>
    {
        var id = Resting(rig);
        Limit(rig, "MaxOpen", 1m);
        Rig.Accepted(rig.Finish(() => rig.Engine.SetLimitsAsync([new SetEnforcing(new LimitSet.Firm(), Enforcing: false)], Rig.Trader, default)));
        Rig.Accepted(rig.Modify(id, quantity: 0.02m));
        Assert.Contains(rig.Journal.Durable, record => record.Event is AlertRaised { Order: { } order } && order == id);
        return Task.CompletedTask;
    });

    private static OrderId Resting(Rig rig)
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        return id;
    }

    private static void Limit(Rig rig, string kind, decimal dollars) => Rig.Accepted(rig.Finish(() => rig.Engine.SetLimitsAsync(
        [new AmountLimit(AmountKind.Of(kind)!, new LimitSet.Firm(), new LimitScope.Global(), new LimitAmount(dollars))], Rig.Trader, default)));

    private static void Refuses(Rig rig, OrderId id, decimal? price, decimal? quantity, string field, string words)
    {
        var told = rig.Venue.Told.OfType<Instruction.Modify>().Count();
        var refused = Rig.Refused(rig.Modify(id, price, quantity));
        Assert.Equal(RejectCode.InvalidRequest, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.True(refused.Fields!.ContainsKey(field), $"'{field}' is not among {string.Join(", ", refused.Fields.Keys)}.");
        Assert.Equal(told, rig.Venue.Told.OfType<Instruction.Modify>().Count());
    }
}
