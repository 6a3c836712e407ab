using Gateway.Orders.Alerts;
using Gateway.Orders.Archive;
using Gateway.Orders.Halts;
using Gateway.Orders.Inspection;
using Gateway.Orders.Journal;
using Gateway.Orders.Limits;
using Gateway.Orders.Snapshots;
using Gateway.Testing.Orders;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Orders.Tests.Snapshots;

/// <summary>A snapshot and what follows it are worth the whole journal, wherever the snapshot is taken.</summary>
public sealed class SnapshotProperties
{
    private static readonly OrderEngineOptions Options = new() { FeedCapacity = 60, AlertCapacity = 12 };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task At_every_place_it_leads_to_the_state_of_a_full_replay(int seed)
    {
        var records = History(seed);
        var full = Replayed(new MemoryRoom(), records);
        for (var place = 1; place <= records.Count; place++)
        {
            var room = new MemoryRoom();
            await TakeAsync(Replayed(room, records[..place]), room, place);
            AssertSame(full, GoneOn(room, records));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task However_many_follow_each_other_and_whatever_was_written_after_the_last(int seed)
    {
        var records = History(seed);
        var random = new Random(seed);
        var full = Replayed(new MemoryRoom(), records);
        var room = new MemoryRoom();
        for (var (place, life) = (0, GoneOn(room, [])); ;)
        {
            var (next, beyond) = (place + random.Next(1, 40), random.Next(40));
            if (next >= records.Count)
                break;
            foreach (var record in records[place..next])
                life.Replay(record);
            await TakeAsync(life, room, next, meanwhile: () =>
            {
                foreach (var record in records[next..Math.Min(next + beyond, records.Count)])
                    life.Replay(record);
            });

            // What this life wrote after its snapshot lies there when it dies, and so does what another began and did not finish.
            life.Ledger.TryFreezeArchive();
            if (random.Next(2) == 0)
                await life.Ledger.SealArchiveAsync("unfinished", TestContext.Current.CancellationToken);
            (place, life) = (next, GoneOn(room, records[..next]));
            AssertSame(Replayed(new MemoryRoom(), records[..next]), life);
        }

        AssertSame(full, GoneOn(room, records));
    }

    private static async Task TakeAsync(Workbench bench, IRoom room, int place, Action? meanwhile = null)
    {
        Assert.True(bench.Ledger.TryFreezeArchive());
        var taken = bench.Capture(new(place, $"hash{place}"));
        meanwhile?.Invoke();
        var archive = await bench.Ledger.SealArchiveAsync($"{place}", TestContext.Current.CancellationToken);
        await SnapshotFile.WriteAsync(room, taken with { Archive = archive }, TestContext.Current.CancellationToken);
        bench.Ledger.AdoptArchive();
    }

    private static Workbench GoneOn(IRoom room, List<JournalRecord> records)
    {
        var bench = new Workbench(new MemoryJournal(), [], Options, room, NullLogger<OrderEngine>.Instance);
        var snapshot = SnapshotFile.Find(room, _ => true, out var doubt);
        Assert.Null(doubt);
        if (snapshot is not null)
            bench.Restore(snapshot);
        foreach (var record in records.Skip((int)bench.Ledger.Sequence))
            bench.Replay(record);
        return bench;
    }

    private static Workbench Replayed(IRoom room, List<JournalRecord> records)
    {
        var bench = new Workbench(new MemoryJournal(), [], Options, room, NullLogger<OrderEngine>.Instance);
        foreach (var record in records)
            bench.Replay(record);
        return bench;
    }

    private static void AssertSame(Workbench full, Workbench restored)
    {
        Assert.Empty(LedgerComparison.Differences(full.Ledger, restored.Ledger));
        var now = full.Ledger.Exposures.AsOf;
        foreach (var bench in new[] { full, restored })
        {
            foreach (var market in new[] { SampleMarkets.Btc, SampleMarkets.Eth })
                bench.Ledger.Risk.Marks.Update(market.Base.Id, SampleMarkets.MarkOf(market.Base.Id), now, now);
        }

        Assert.All(
            full.Ledger.Exposures.Known.Concat(restored.Ledger.Exposures.Known),
            known => Assert.Equal(full.Ledger.Exposures.InUse(known.Whose, known.Which), restored.Ledger.Exposures.InUse(known.Whose, known.Which)));

        foreach (var bench in new[] { full, restored })
        {
            bench.Feed.Take();
            bench.Alerts.Take();
        }

        for (var after = 0L; after <= full.Ledger.Sequence + 1; after += 1 + (full.Ledger.Sequence / 23))
        {
            Assert.Equal(Told(full.Feed.Subscribe(full.Ledger, _ => true, after)), Told(restored.Feed.Subscribe(restored.Ledger, _ => true, after)));
            Assert.Equal(
                Told(full.Alerts.Subscribe(_ => true, after, full.Ledger.Sequence)),
                Told(restored.Alerts.Subscribe(_ => true, after, restored.Ledger.Sequence)));
        }

        foreach (var whose in new[] { SampleMarkets.Account, new("OTHER") })
        {
            Assert.Equal(
                Told(full.Feed.Subscribe(full.Ledger, account => account == whose, after: null)),
                Told(restored.Feed.Subscribe(restored.Ledger, account => account == whose, after: null)));
        }
    }

    private static IEnumerable<object> Told(Reply<OrderSubscription> reply) =>
        reply.TryGet(out var told, out var refusal) ? told.Snapshot : [refusal.Message];

    private static IEnumerable<object> Told(Reply<AlertSubscription> reply) =>
        reply.TryGet(out var told, out var refusal) ? told.Snapshot : [refusal.Message];

    private static List<JournalRecord> History(int seed)
    {
        List<JournalRecord> records = [];
        Rig.Live(async rig =>
        {
            var random = new Random(seed);
            await rig.Engine.SetLimitsAsync(
                [
                    new ThresholdLimit(ThresholdKind.OutRetire, TimeSpan.FromSeconds(seed % 3)), new ThresholdLimit(ThresholdKind.FillRecency, TimeSpan.FromSeconds(3)),
                    new ThresholdLimit(ThresholdKind.FillRetire, TimeSpan.FromSeconds(20)), new MaxPriceDeviation(0.5m),
                ],
                Rig.Trader,
                default);
            for (var step = 0; step < 90; step++)
            {
                LedgerProperties.Step(rig, random, step);
                rig.Settle();
                if (random.Next(15) == 0)
                    await rig.Engine.HaltAsync(new AccountHalt(new($"A{random.Next(3)}")), cancelOpen: false, Rig.Trader, default);
                if (random.Next(20) == 0)
                    await rig.Engine.ResumeAsync(new AccountHalt(new($"A{random.Next(3)}")), Rig.Trader, default);
                if (random.Next(20) == 0)
                    await rig.Engine.SetLimitsAsync([new ThresholdLimit(ThresholdKind.FillRetire, TimeSpan.FromSeconds(random.Next(4, 30)))], Rig.Trader, default);
            }

            records = [.. rig.Journal.Durable];
        });
        return records;
    }
}
