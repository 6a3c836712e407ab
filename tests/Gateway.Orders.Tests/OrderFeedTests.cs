using Gateway.Testing.Orders;
using Gateway.Venues;

namespace Gateway.Orders.Tests;

public sealed class OrderFeedTests
{
    private static readonly AccountName Other = new("OTHER");

    [Fact]
    public void Begins_with_the_open_orders_and_goes_on_with_every_change() => Rig.Live(async rig =>
    {
        var (one, two) = (rig.Place(), rig.Place());
        rig.Venue.Acknowledge(one);
        rig.Settle();
        var feed = Subscribe(rig);
        Assert.Equal([two, one], feed.Snapshot.Select(update => update.Order));
        rig.Venue.Acknowledge(two);
        rig.Venue.Reject(one, "no");
        rig.Settle();
        Assert.Equal([(two, 5), (one, 66)], (await TakeAsync(feed, 2)).Select(update => (update.Order, (int)update.State)));
    });

    [Fact]
    public void An_update_tells_price_and_quantity_once_they_are_not_those_of_the_beginning() => Rig.Live(async rig =>
    {
        var feed = Subscribe(rig);
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        rig.Settle();
        Assert.All(await TakeAsync(feed, 2), update => Assert.Equal(((Price?)null, (Quantity?)null), (update.Price, update.Quantity)));

        Rig.Accepted(rig.Modify(id, 99000m));
        rig.Venue.Done(id, DoneCause.Canceled, 0m, "canceled");
        rig.Venue.Acknowledge(id, leg: 1);
        rig.Venue.Fill(id, "f", 99000m, 0.004m, leg: 1);
        rig.Settle();

        var (settled, filled) = await TakeAsync(feed, 2) is [var one, var two] ? (one, two) : default;
        Assert.Equal((new Price(99000m), new Quantity(0.01m), Quantity.Zero), (settled.Price!.Value, settled.Quantity!.Value, settled.Filled));
        Assert.Equal((new Price(99000m), new Quantity(0.01m), new Quantity(0.004m)), (filled.Price!.Value, filled.Quantity!.Value, filled.Filled));
        Assert.Equal(filled, Subscribe(rig).Snapshot.Single());
        Assert.Equal(filled, Subscribe(rig.Restart()).Snapshot.Single());
    });

    [Fact]
    public void Numbers_an_update_as_the_journal_numbers_its_cause() => Rig.Live(rig =>
    {
        var id = rig.Place();
        rig.Venue.Acknowledge(id);
        rig.Settle();
        Assert.Equal(rig.Journal.Durable[^1].Sequence, rig.Find(id).Sequence);
        return Task.CompletedTask;
    });

    [Fact]
    public void Resumes_after_any_update_without_losing_one_even_after_a_restart() => Rig.Live(async rig =>
    {
        var feed = Subscribe(rig);
        for (var i = 0; i < 5; i++)
        {
            var id = rig.Place();
            rig.Venue.Acknowledge(id);
            rig.Venue.Fill(id, $"f{i}", 100000m, 0.01m);
            rig.Settle();
        }

        var all = await TakeAsync(feed, 15);
        Assert.Equal(all.OrderBy(update => update.Sequence), all);
        var again = rig.Restart();
        for (var seen = 0; seen <= all.Count; seen++)
        {
            var after = seen == 0 ? 0 : all[seen - 1].Sequence;
            Assert.Equal(all[seen..], Subscribe(rig, after).Snapshot);
            Assert.Equal(all[seen..], Subscribe(again, after).Snapshot);
        }
    });

    [Fact]
    public void Says_where_to_resume_before_an_update_has_come() => Rig.Live(async rig =>
    {
        var feed = Subscribe(rig);
        Assert.Empty(feed.Snapshot);
        var order = rig.Place();
        rig.Settle();

        var missed = Subscribe(rig, feed.Sequence);

        Assert.Equal([order], missed.Snapshot.Select(update => update.Order));
        Assert.Equal(missed.Snapshot, await TakeAsync(feed, 1));
        Assert.Equal(missed.Snapshot[^1].Sequence, missed.Sequence);
    });

    [Fact]
    public void Refuses_to_resume_where_updates_are_forgotten_or_not_made_yet() => Rig.Live(
        rig =>
        {
            var first = rig.Find(rig.Place()).Sequence;
            rig.Place();
            rig.Place();
            Assert.Equal(2, Subscribe(rig, first).Snapshot.Length);
            Assert.Equal("after", Assert.Single(Rig.Refused(TrySubscribe(rig, first - 1)).Fields!.Keys));
            Assert.Equal(RejectCode.InvalidRequest, Rig.Refused(TrySubscribe(rig, long.MaxValue)).Code);
            return Task.CompletedTask;
        },
        options => options.FeedCapacity = 2);

    [Fact]
    public void Shows_only_what_is_visible() => Rig.Live(
        async rig =>
        {
            var feed = Subscribe(rig, visible: account => account == Other);
            for (var i = 0; i < 4; i++)
                Rig.Accepted(rig.TryPlace(SampleMarkets.Buy(100000m, 0.01m) with { Account = i % 2 == 0 ? SampleMarkets.Account : Other }));
            Assert.Equal([2, 4], (await TakeAsync(feed, 2)).Select(update => update.Order.Value));
            Assert.Equal([2, 4], Subscribe(rig, visible: account => account == Other).Snapshot.Select(update => update.Order.Value));
            foreach (var one in new[] { rig, rig.Restart() })
            {
                var resumed = Subscribe(one, after: 0, visible: account => account == Other);
                Assert.Equal([2, 4], resumed.Snapshot.Select(update => update.Order.Value).Distinct());
            }
        },
        configure: null,
        SampleMarkets.Account,
        Other);

    [Fact]
    public void All_subscribers_share_one_object_per_update() => Rig.Live(async rig =>
    {
        var (one, two) = (Subscribe(rig), Subscribe(rig));
        rig.Place();
        Assert.Same((await TakeAsync(one, 1))[0], (await TakeAsync(two, 1))[0]);
    });

    [Fact]
    public void A_subscriber_that_falls_behind_loses_its_subscription_alone() => Rig.Live(
        async rig =>
        {
            var (slow, quick) = (Subscribe(rig), Subscribe(rig));
            for (var i = 0; i < 3; i++)
            {
                rig.Place();
                Assert.Single(await TakeAsync(quick, 1));
            }

            await Assert.ThrowsAsync<SubscriberFellBehindException>(() => TakeAsync(slow, 3));
        },
        options => options.SubscriberCapacity = 2);

    [Fact]
    public void Where_telling_breaks_the_engine_stops_and_whoever_waits_is_told_so() => Rig.Live(async rig =>
    {
        Subscribe(rig, after: rig.Read(ledger => ledger.Sequence), visible: _ => throw new InvalidOperationException("It broke its word."));
        rig.Place();
        Assert.Contains("It broke its word.", Rig.Refused(rig.TryPlace(SampleMarkets.Buy(100_000m, 0.01m))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.Running);
        await Assert.ThrowsAsync<OrderEngineStoppedException>(async () => await rig.Engine.ReadAsync(_ => 1, TestContext.Current.CancellationToken));
    });

    [Fact]
    public void Nothing_follows_the_end_of_a_subscription() => Rig.Live(async rig =>
    {
        var feed = Subscribe(rig);
        feed.Dispose();
        rig.Place();
        Assert.Empty(await TakeAsync(feed, 1));
    });

    private static Reply<OrderSubscription> TrySubscribe(Rig rig, long? after, Func<AccountName, bool>? visible = null) =>
        rig.Finish(() => rig.Engine.SubscribeAsync(visible ?? (_ => true), after, default));

    private static OrderSubscription Subscribe(Rig rig, long? after = null, Func<AccountName, bool>? visible = null) =>
        Rig.Accepted(TrySubscribe(rig, after, visible));

    private static async Task<List<OrderUpdate>> TakeAsync(OrderSubscription feed, int count)
    {
        var taken = new List<OrderUpdate>();
        while (taken.Count < count && await feed.WaitAsync())
        {
            Assert.True(feed.TryTake(out var batch));
            Assert.NotEmpty(batch);
            taken.AddRange(batch);
        }

        return taken;
    }
}
