using Gateway.Orders.Journal.Events;
using Gateway.Testing.Orders;
using Gateway.Venues;

namespace Gateway.Orders.Tests;

public sealed class PlacingTests
{
    [Fact]
    public void An_order_is_journaled_answered_and_sent() => Rig.Live(rig =>
    {
        var id = rig.Place();
        Assert.Equal(new OrderId(1), id);
        var sent = Assert.Single(rig.Venue.Placed);
        Assert.Equal(id, sent.Order);
        Assert.Equal(rig.Clock.GetUtcNow() + rig.Options.SendWindow, sent.ValidUntil);
        var order = rig.Find(id);
        Assert.Equal((OrderState.Open, Rig.Trader), (order.State, order.Actor));
        Assert.Equal(rig.Clock.GetUtcNow(), order.Times.Journaled);
        return Task.CompletedTask;
    });

    [Fact]
    public void Neither_the_answer_nor_the_order_leaves_before_the_flush() => Rig.Live(async rig =>
    {
        var gate = new TaskCompletionSource();
        rig.Journal.Gate = gate.Task;
        var answer = rig.Engine.PlaceAsync(SampleMarkets.Buy(100000m, 0.01m), Rig.Trader, default).AsTask();
        var seen = rig.Engine.ReadAsync(ledger => ledger.Open.Count(), default).AsTask();
        rig.Settle();
        Assert.False(answer.IsCompleted);
        Assert.False(seen.IsCompleted);
        Assert.Empty(rig.Venue.Placed);

        gate.SetResult();
        rig.Settle();
        Assert.True((await answer).TryGet(out _, out _));
        Assert.Equal(1, await seen);
        Assert.Single(rig.Venue.Placed);
    });

    [Fact]
    public void What_waits_during_a_flush_shares_the_next_one() => Rig.Live(rig =>
    {
        var gate = new TaskCompletionSource();
        rig.Journal.Gate = gate.Task;
        var before = rig.Journal.Flushes;
        for (var i = 0; i < 50; i++)
        {
            _ = rig.Engine.PlaceAsync(SampleMarkets.Buy(100000m, 0.01m), Rig.Trader, default).AsTask();
            rig.Settle();
        }

        gate.SetResult();
        rig.Settle();
        Assert.Equal(50, rig.Venue.Placed.Count());
        Assert.Equal(2, rig.Journal.Flushes - before);
        return Task.CompletedTask;
    });

    [Fact]
    public void What_is_entered_together_is_decided_and_flushed_together_once_it_is_let_go() => Rig.Live(rig =>
    {
        var before = rig.Journal.Flushes;
        for (var i = 0; i < 3; i++)
        {
            _ = rig.Engine.EnterAsync(SampleMarkets.Buy(100000m, 0.01m), Rig.Trader, default).AsTask();
            rig.Settle();
        }

        Assert.Empty(rig.Venue.Placed);
        rig.Engine.Go();
        rig.Settle();
        Assert.Equal(3, rig.Venue.Placed.Count());
        Assert.Equal(1, rig.Journal.Flushes - before);
        return Task.CompletedTask;
    });

    [Fact]
    public void Before_the_account_is_reconciled_orders_are_refused_and_nothing_changes() => Rig.Started(rig =>
    {
        var records = rig.Journal.Count;
        Assert.Equal(RejectCode.VenueUnavailable, Rig.Refused(rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m))).Code);
        rig.Venue.Connect();
        rig.Settle();
        Assert.Equal(AccountPhase.Reconciling, rig.Engine.Accounts[SampleMarkets.Account].Phase);
        Assert.Equal(RejectCode.VenueUnavailable, Rig.Refused(rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m))).Code);
        Assert.False(rig.Engine.IsReady);
        Assert.Equal(records, rig.Journal.Count);
        rig.Venue.Reconciled();
        rig.Settle();
        Assert.True(rig.Engine.IsReady);
        rig.Place();
        return Task.CompletedTask;
    });

    [Fact]
    public void A_lost_connection_refuses_orders_and_says_why() => Rig.Live(rig =>
    {
        rig.Venue.Disconnect("cable cut");
        rig.Settle();
        var refused = Rig.Refused(rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m)));
        Assert.Equal(RejectCode.VenueUnavailable, refused.Code);
        Assert.Contains("cable cut", refused.Message, StringComparison.Ordinal);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_fence_of_an_old_connection_does_not_count() => Rig.Started(rig =>
    {
        rig.Venue.Connect();
        rig.Venue.Connect();
        rig.Venue.Report(new VenueEvent.AccountReconciled(SampleMarkets.Account, 1, rig.Clock.GetUtcNow()));
        rig.Settle();
        Assert.False(rig.Engine.IsReady);
        Assert.Equal([1, 2], rig.Venue.Told.OfType<Instruction.Reconcile>().Select(fence => fence.Epoch));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_full_inbox_refuses_orders_at_once_and_still_takes_news_and_cancels() => Rig.Live(
        rig =>
        {
            var placed = Enumerable.Range(0, 6)
                .Select(_ => rig.Engine.PlaceAsync(SampleMarkets.Buy(100000m, 0.01m), Rig.Trader, default).AsTask()).ToList();
            Assert.All(placed[4..], answer => Assert.Equal(RejectCode.Overloaded, Rig.Refused(answer.Result).Code));
            var cancel = rig.Engine.CancelAsync(new(99), Rig.Trader, default).AsTask();
            rig.Settle();
            Assert.Equal(RejectCode.UnknownOrder, Rig.Refused(cancel.Result).Code);
            Assert.Equal(4, rig.Venue.Placed.Count());
            return Task.CompletedTask;
        },
        options => options.InboxCapacity = 4);

    [Fact]
    public void News_of_any_number_of_orders_take_no_room_from_requests() => Rig.Live(
        async rig =>
        {
            var news = Enumerable.Range(0, 20).Select(_ => (VenueEvent)new VenueEvent.OrderNotFound(SampleMarkets.Account, new(99), rig.Clock.GetUtcNow(), rig.Clock.GetUtcNow())).ToArray();
            var telling = rig.Engine.ReportAsync(news, default).AsTask();
            Assert.False(telling.IsCompleted);
            var placed = Enumerable.Range(0, 4)
                .Select(_ => rig.Engine.PlaceAsync(SampleMarkets.Buy(100000m, 0.01m), Rig.Trader, default).AsTask()).ToList();
            rig.Settle();
            Assert.Equal(4, rig.Venue.Placed.Count());
            Assert.All(placed, answer => Assert.True(answer.IsCompletedSuccessfully));
            await telling;
        },
        options => options.InboxCapacity = 4);

    [Fact]
    public void A_request_is_decided_amid_news_that_came_before_it_and_news_amid_requests() => Rig.Live(async rig =>
    {
        var before = rig.Journal.Durable.Count;
        var expiring = Enumerable.Range(0, 10).Select(_ => new VenueEvent.KeyExpiring(SampleMarkets.Account, "Renew it.", rig.Clock.GetUtcNow())).ToArray();
        await rig.Engine.ReportAsync(expiring, default);
        var placed = Enumerable.Range(0, 10).Select(_ => rig.Engine.PlaceAsync(SampleMarkets.Buy(100000m, 0.01m), Rig.Trader, default).AsTask()).ToList();
        rig.Settle();
        Assert.All(placed, answer => Assert.True(answer.IsCompletedSuccessfully));
        var events = rig.Journal.Durable.Skip(before).Select(record => record.Event).ToList();
        Assert.True(events.FindIndex(one => one is OrderPlaced) < 2);
        Assert.True(events.FindLastIndex(one => one is not OrderPlaced) > 15);
    });

    [Fact]
    public void A_venue_without_room_rejects_the_order_and_nothing_is_sent() => Rig.Live(rig =>
    {
        rig.Venue.HasRoom = false;
        var order = rig.Find(rig.Place());
        Assert.Equal(OrderState.Rejected | OrderState.Out, order.State);
        Assert.Contains("nothing was sent", order.RejectReason, StringComparison.Ordinal);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_journal_that_cannot_be_written_refuses_the_order_and_stops_the_engine() => Rig.Live(async rig =>
    {
        rig.Journal.FailAtFlush = rig.Journal.Flushes + 1;
        var refused = Rig.Refused(rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m)));
        Assert.Contains("disk is full", refused.Message, StringComparison.Ordinal);
        Assert.Empty(rig.Venue.Placed);
        await Assert.ThrowsAsync<Gateway.Orders.Journal.JournalUnavailableException>(() => rig.Running);
        Assert.Contains("disk is full", Rig.Refused(rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m))).Message, StringComparison.Ordinal);
        Assert.Contains("disk is full", Rig.Refused(rig.Cancel(new(1))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<OrderEngineStoppedException>(async () => await rig.Engine.ReadAsync(_ => 1, TestContext.Current.CancellationToken));
    });

    [Fact]
    public void The_same_client_order_id_and_content_is_the_same_order_even_after_a_restart() => Rig.Live(rig =>
    {
        var id = rig.Place(clientOrderId: "a");
        Assert.Equal(id, rig.Place(clientOrderId: "a"));
        Assert.NotEqual(id, rig.Place(clientOrderId: "b"));
        Assert.Equal(2, rig.Venue.Placed.Count());

        var again = rig.Restart();
        Assert.Equal(id, again.Place(clientOrderId: "a"));
        Assert.Empty(again.Venue.Placed);
        return Task.CompletedTask;
    });

    [Fact]
    public void The_same_client_order_id_with_other_content_names_the_difference() => Rig.Live(rig =>
    {
        rig.Place(clientOrderId: "a");
        var refused = Rig.Refused(rig.TryPlace(SampleMarkets.Buy(100001m, 0.02m) with { ClientOrderId = "a" }));
        Assert.Equal(RejectCode.InvalidRequest, refused.Code);
        Assert.Equal("client_order_id", Assert.Single(refused.Fields!.Keys));
        Assert.Contains("price was 100000, not 100001, quantity was 0.01, not 0.02", refused.Message, StringComparison.Ordinal);
        Assert.Single(rig.Venue.Placed);
        return Task.CompletedTask;
    });

    [Fact]
    public void An_account_or_market_of_nobody_is_refused_with_its_field() => Rig.Live(rig =>
    {
        var stranger = SampleMarkets.Buy(100000m, 0.01m) with { Account = new("NOBODY") };
        Assert.Equal("account", Assert.Single(Rig.Refused(rig.TryPlace(stranger)).Fields!.Keys));
        var elsewhere = SampleMarkets.Buy(100000m, 0.01m, SampleMarkets.Btc with { Venue = new("ELSEWHERE") });
        Assert.Equal("account", Assert.Single(Rig.Refused(rig.TryPlace(elsewhere)).Fields!.Keys));
        return Task.CompletedTask;
    });

    [Fact]
    public void A_fresh_journal_begins_with_the_drawn_instance_and_keeps_it() => Rig.Started(rig =>
    {
        Assert.Equal(new JournalOpened(new(7)), rig.Journal.Durable[0].Event);
        rig.Options.DrawInstance = () => new(8);
        Assert.Equal(new GatewayInstance(7), rig.Restart().Engine.Instance);
        return Task.CompletedTask;
    });

    [Fact]
    public void A_question_that_throws_fails_its_asker_only() => Rig.Live(async rig =>
    {
        await Assert.ThrowsAsync<FormatException>(async () => await rig.Engine.ReadAsync<int>(_ => throw new FormatException(), TestContext.Current.CancellationToken));
        rig.Place();
    });
}
