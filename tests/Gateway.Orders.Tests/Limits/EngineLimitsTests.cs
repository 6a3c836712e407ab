using Gateway.Orders.Alerts;
using Gateway.Orders.Halts;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;
using Gateway.Testing.Orders;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Limits;

/// <summary>Limits and halts in the loop that places orders, across crashes.</summary>
public sealed class EngineLimitsTests
{
    private static readonly Actor T = new("t-client", "T", "D");
    private static readonly Actor U = new("u-client", "U", "D");
    private static readonly Actor Officer = new("officer", "officer", null);
    private static readonly LimitSet OfT = new LimitSet.Trader("T");
    private static readonly LimitScope Global = new LimitScope.Global();
    private static readonly LimitScope Btc = new LimitScope.Product(SampleMarkets.Btc.Base.Id);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Goes_as_the_scenario_says(bool restarting) => Rig.Live(
        begun =>
        {
            var rig = begun;
            var silent = default(OrderId?);
            Set(
                rig, new MaxPriceDeviation(1), Amount("MaxOpen", new LimitSet.Firm(), Global, 5000), Amount("MaxOpen", new LimitSet.TraderDefault(), Global, 2000),
                Amount("MaxFilled", OfT, Btc, 1500), Amount("MaxOpenAndRecentlyFilled", OfT, Btc, 2500));
            Restart();

            // 1, 2
            var first = Placed(rig, T, Side.Buy, 10);
            Restart();
            Assert.Equal(1000, InUse(rig, "MaxOpen", OfT, Global));
            var second = Placed(rig, T, Side.Sell, 10);
            Restart();
            Assert.Equal(2000, InUse(rig, "MaxOpen", OfT, Global));

            // 3
            Refused(rig, T, Side.Buy, 1, "MaxOpen, Trader T, Global: amount 2000, current 2000, candidate 10,", SampleMarkets.Eth);
            Restart();

            // 4
            rig.Venue.Report(new VenueEvent.OrderFilled(first, rig.Venue.FillOf("f1", 100, 10)));
            rig.Settle();
            Restart();
            Assert.Equal(1000, InUse(rig, "MaxOpen", OfT, Global));
            Assert.Equal((2000, 1000), (InUse(rig, "MaxOpenAndRecentlyFilled", OfT, Btc), InUse(rig, "MaxFilled", OfT, Btc)));

            // 5, 6
            Refused(rig, T, Side.Buy, 6, "MaxOpenAndRecentlyFilled, Trader T, Product BTC-USD FAKE Perpetual: amount 2500, current 2000, candidate 600, together 2600");
            Restart();
            var sixth = Placed(rig, T, Side.Buy, 5);
            Restart();

            // 7
            var alerts = Rig.Accepted(rig.Finish(() => rig.Engine.SubscribeAlertsAsync(_ => true, null, default)));
            Rig.Accepted(rig.Cancel(second));
            rig.Advance(29);
            Assert.False(rig.Find(second).State.HasFlag(OrderState.Stale));
            rig.Advance(2);
            Assert.Equal(OrderState.Open | OrderState.Acked | OrderState.Canceling | OrderState.Stale, rig.Find(second).State);
            Assert.Equal(second, Assert.Single(alerts.Take()).Order);
            Assert.Equal(1500, InUse(rig, "MaxOpen", OfT, Global));
            silent = second;
            Restart();

            // 8
            Placed(rig, U, Side.Buy, 20, SampleMarkets.Eth);
            Restart();
            Refused(rig, U, Side.Buy, 181, "MaxOpen, Trader U, Global: amount 2000, current 200, candidate 1810, together 2010", SampleMarkets.Eth);
            Restart();

            // 9
            silent = null;
            rig.Venue.Done(second, DoneCause.Canceled, 0, "canceled");
            rig.Settle();
            rig.Clock.Advance(rig.Find(first).Times.Out!.Value.AddSeconds(300.001) - rig.Clock.GetUtcNow());
            Restart();
            Assert.Equal((500, 500), (InUse(rig, "MaxOpen", OfT, Global), InUse(rig, "MaxOpenAndRecentlyFilled", OfT, Btc)));
            Assert.Equal(1500, InUse(rig, "MaxFilled", OfT, Btc));

            // 10
            Set(rig, new SetEnforcing(OfT, Enforcing: false));
            Restart();
            var watched = Rig.Accepted(rig.Finish(() => rig.Engine.SubscribeAlertsAsync(_ => true, null, default)));
            var tenth = Placed(rig, T, Side.Buy, 4);
            var breach = Assert.Single(watched.Take());
            Assert.Equal((AlertKind.LimitBreach, tenth), (breach.Kind, breach.Order));
            Assert.Contains("MaxFilled, Trader T", breach.Message);
            Assert.Contains("together 1900", breach.Message);
            Restart();
            Refused(rig, T, Side.Buy, 44, "MaxOpen, Firm, Global: amount 5000");

            // 11
            Set(rig, new SetEnforcing(OfT, Enforcing: true));
            Restart();
            Refused(rig, T, Side.Sell, 30, "MaxOpen, Trader T, Global: amount 2000, current 900, candidate 3000, together 3900");
            Placed(rig, T, Side.Sell, 11);
            Restart();
            Assert.Equal((2000, 1900), (InUse(rig, "MaxOpen", OfT, Global), InUse(rig, "MaxFilled", OfT, Btc)));

            // 12
            Rig.Accepted(rig.Finish(() => rig.Engine.HaltAsync(new TradableProductHalt(SampleMarkets.Btc.Id), false, Officer, default)));
            Restart();
            Rig.Accepted(rig.Cancel(sixth));
            rig.Venue.Done(sixth, DoneCause.Canceled, 0, "canceled");
            rig.Settle();
            Restart();
            Refused(rig, T, Side.Sell, 1, $"Trading is halted: TradableProduct {SampleMarkets.Btc.Id} (by officer since ");
            Assert.Equal(1500, InUse(rig, "MaxOpen", OfT, Global));

            // 14
            rig.Clock.Advance(rig.Find(first).Times.Out!.Value.AddDays(1) - rig.Clock.GetUtcNow());
            rig.Settle();
            Assert.Equal(1100, InUse(rig, "MaxFilled", OfT, Btc));
            return Task.CompletedTask;

            void Restart()
            {
                if (!restarting)
                    return;
                rig = rig.Restart(live: true);
                if (silent is { } asked)
                    rig.Venue.Acknowledge(asked);
                rig.Settle();
            }
        },
        Pinned);

    [Fact]
    public void One_bad_element_changes_nothing() => Rig.Live(rig =>
    {
        var refusal = Rig.Refused(rig.Finish(() => rig.Engine.SetLimitsAsync(
            [Amount("MaxOpen", OfT, Global, 0), new ThresholdLimit(ThresholdKind.FillRecency, TimeSpan.FromDays(2))], Officer, default)));
        Assert.Contains("FillRecencyThreshold (172800 s) must not exceed", refusal.Message);
        Assert.Empty(rig.Read(ledger => ledger.Limits.SetFor(OfT, Global)));
        Assert.DoesNotContain(rig.Journal.Durable, record => record.Event.Name == "LimitsSet");
        return Task.CompletedTask;
    });

    [Fact]
    public void Changes_are_journaled_with_their_author() => Rig.Live(rig =>
    {
        Set(rig, Amount("MaxOpen", OfT, Global, 1));
        Rig.Accepted(rig.Finish(() => rig.Engine.HaltAsync(new GlobalHalt(), false, Officer, default)));
        Rig.Accepted(rig.Finish(() => rig.Engine.ResumeAsync(new GlobalHalt(), T, default)));
        Assert.Equal(
            [("LimitsSet", Officer), ("TradingHalted", Officer), ("TradingResumed", T)],
            rig.Journal.Durable.Where(record => record.Actor != Actor.Gateway).Select(record => (record.Event.Name, record.Actor)));
        return Task.CompletedTask;
    });

    [Fact]
    public void Only_a_halt_that_is_in_force_can_be_resumed() => Rig.Live(rig =>
    {
        Rig.Accepted(rig.Finish(() => rig.Engine.HaltAsync(new AccountHalt(SampleMarkets.Account), false, Officer, default)));
        var refusal = Rig.Refused(rig.Finish(() => rig.Engine.ResumeAsync(new GlobalHalt(), Officer, default)));
        Assert.Equal("Global is not halted; in force are Account DEFAULT.", refusal.Message);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_halt_cancels_what_it_covers_and_reports_what_the_venue_confirms() => Rig.Live(rig =>
    {
        var orders = Enumerable.Range(0, 50).Select(_ => rig.Place(price: 90_000)).ToList();
        var spared = Rig.Accepted(rig.TryPlace(SampleMarkets.Buy(3_900, 1, SampleMarkets.Eth)));
        orders.ForEach(order => rig.Venue.Acknowledge(order));
        rig.Venue.Acknowledge(spared);
        rig.Settle();

        Rig.Accepted(rig.Finish(() => rig.Engine.HaltAsync(new TradableProductHalt(SampleMarkets.Btc.Id), true, Officer, default)));

        Assert.Equal(orders, rig.Venue.Told.OfType<Instruction.Cancel>().Select(cancel => cancel.Order.Order));
        Assert.All(orders, order => Assert.Equal(OrderState.Open | OrderState.Acked | OrderState.Canceling, rig.Find(order).State));

        orders.ForEach(order => rig.Venue.Done(order, DoneCause.Canceled, 0, "canceled"));
        rig.Settle();
        Assert.All(orders, order => Assert.Equal(OrderState.Acked | OrderState.Canceled | OrderState.Out, rig.Find(order).State));
        Assert.Equal(spared, Assert.Single(rig.Read(ledger => ledger.Open.ToList())).Id);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_halt_while_the_venue_is_away_cancels_what_it_covers_as_soon_as_it_is_back() => Rig.Live(rig =>
    {
        var orders = Enumerable.Range(0, 50).Select(_ => rig.Place(price: 90_000)).ToList();
        orders.Take(48).ToList().ForEach(order => rig.Venue.Acknowledge(order));
        Rig.Accepted(rig.Cancel(orders[0]));
        rig.Venue.Report(new VenueEvent.PlaceUnknown(SampleMarkets.Account, orders[49], "the connection broke.", rig.Clock.GetUtcNow()));
        rig.Venue.Disconnect();
        rig.Settle();
        rig.Venue.Told.Clear();

        Rig.Accepted(rig.Finish(() => rig.Engine.HaltAsync(new GlobalHalt(), true, Officer, default)));

        Assert.Empty(rig.Venue.Told);
        Assert.All(orders, order => Assert.Equal(OrderState.Canceling, rig.Find(order).State & (OrderState.Canceling | OrderState.Out)));
        rig.GoLive();
        Assert.Equal(orders, rig.Venue.Told.OfType<Instruction.Cancel>().Select(cancel => cancel.Order.Order).Order());
        return Task.CompletedTask;
    });

    [Fact]
    public void A_refused_order_has_a_number_is_out_and_is_found_again_by_its_name() => Rig.Live(rig =>
    {
        Set(rig, Amount("MaxOrder", new LimitSet.Firm(), Global, 1));
        var id = rig.Place(clientOrderId: "mine");
        Assert.Equal(OrderState.Rejected | OrderState.Out, rig.Find(id).State);
        Assert.StartsWith("MaxOrder, Firm, Global: amount 1, current 0, candidate 1000", rig.Find(id).RejectReason);
        Assert.Empty(rig.Venue.Placed);

        var next = rig.Restart(live: true);
        Assert.Equal(OrderState.Rejected | OrderState.Out, next.Find(id).State);
        Assert.Equal(id, next.Place(clientOrderId: "mine"));
        Assert.NotEqual(id, next.Place());
        return Task.CompletedTask;
    });

    [Fact]
    public void What_does_not_fit_twice_is_accepted_once() => Rig.Live(rig =>
    {
        Set(rig, Amount("MaxOpen", new LimitSet.Firm(), Global, 1000));
        List<Task<Reply<OrderId>>> racing = [];
        for (var one = 0; one < 64; one++)
            racing.Add(rig.Engine.PlaceAsync(SampleMarkets.Buy(100_000, 0.01m), T, default).AsTask());
        rig.Settle();
        var numbers = racing.ConvertAll(one => Rig.Accepted(one.GetAwaiter().GetResult()));
        Assert.Equal(numbers[..1], numbers.Where(number => !rig.Find(number).IsOut));
        Assert.Single(rig.Venue.Placed);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_fill_that_nobody_of_ours_ordered_counts_for_the_account_and_its_desk() => Rig.Live(
        rig =>
        {
            rig.Venue.Fill(order: null, "x1", 100_000, 0.5m);
            rig.Settle();
            foreach (var live in (Rig[])[rig, rig.Restart(live: true)])
            {
                foreach (var whose in (LimitSet[])[new LimitSet.Firm(), new LimitSet.Account(SampleMarkets.Account), new LimitSet.Desk("house")])
                    Assert.Equal(50_000, InUse(live, "MaxFilled", whose, Btc));
            }

            return Task.CompletedTask;
        },
        options => options.Limits.AccountDesks.Add(SampleMarkets.Account.Value, "house"));

    [Fact]
    public void Without_a_fresh_mark_only_what_reduces_passes() => Rig.Live(rig =>
    {
        rig.Venue.Marks[SampleMarkets.Btc.Base.Id] = new(new(100_000), rig.Clock.GetUtcNow().AddSeconds(-31));
        var id = rig.Place();
        Assert.Contains("no mark price of BTC-USD FAKE Perpetual younger than 30 s", rig.Find(id).RejectReason);
        Assert.False(rig.Find(Rig.Accepted(rig.TryPlace(SampleMarkets.Buy(100_000, 0.01m) with { ReduceOnly = true }))).IsOut);

        rig.Venue.Marks.Clear();
        Assert.False(rig.Find(rig.Place()).IsOut);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_decision_records_the_price_it_saw() => Rig.Live(rig =>
    {
        rig.Venue.Marks[SampleMarkets.Btc.Base.Id] = new(new(99_999), rig.Clock.GetUtcNow());
        rig.Place();
        var placed = rig.Journal.Durable.Select(record => record.Event).OfType<OrderPlaced>().Single();
        Assert.Equal(99_999, placed.Mark);
        return Task.CompletedTask;
    });

    private static void Pinned(OrderEngineOptions options)
    {
        options.Limits.PinnedPrices.Add(new() { Product = SampleMarkets.Btc.Base.Id.Value, Dollars = 100 });
        options.Limits.PinnedPrices.Add(new() { Product = SampleMarkets.Eth.Base.Id.Value, Dollars = 10 });
    }

    private static AmountLimit Amount(string kind, LimitSet whose, LimitScope which, decimal dollars) =>
        new(AmountKind.Of(kind)!, whose, which, new LimitAmount(dollars));

    private static void Set(Rig rig, params Limit[] limits) =>
        Rig.Accepted(rig.Finish(() => rig.Engine.SetLimitsAsync([.. limits], Officer, default)));

    private static OrderId Placed(Rig rig, Actor actor, Side side, decimal quantity, Market? market = null)
    {
        var id = Place(rig, actor, side, quantity, market);
        var order = rig.Find(id);
        Assert.False(order.IsOut, order.RejectReason);
        rig.Venue.Acknowledge(id);
        rig.Settle();
        return id;
    }

    private static void Refused(Rig rig, Actor actor, Side side, decimal quantity, string reason, Market? market = null)
    {
        var order = rig.Find(Place(rig, actor, side, quantity, market));
        Assert.Equal(OrderState.Rejected | OrderState.Out, order.State);
        Assert.StartsWith(reason, order.RejectReason);
    }

    private static OrderId Place(Rig rig, Actor actor, Side side, decimal quantity, Market? market)
    {
        var intent = SampleMarkets.Buy(market is null ? 100 : 10, quantity, market) with { Side = side };
        return Rig.Accepted(rig.Finish(() => rig.Engine.PlaceAsync(intent, actor, default)));
    }

    private static decimal InUse(Rig rig, string kind, LimitSet whose, LimitScope which) =>
        rig.Read(ledger => ledger.Exposures.InUse(whose, which)).Single(measure => measure.Key == kind).Value;
}
