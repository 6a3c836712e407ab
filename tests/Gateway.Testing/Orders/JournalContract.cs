using Gateway.Orders;
using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Xunit;

namespace Gateway.Testing.Orders;

/// <summary>What every journal keeps: derive it, say how one is opened again, and all of this is tested.</summary>
public abstract class JournalContract
{
    protected static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, 678, 901, TimeSpan.Zero);
    protected static readonly Actor Trader = new("demo", "alice", "rates");

    /// <summary>Opens the journal of this test, for the first time or after the one before was disposed of.</summary>
    protected abstract IJournal Open();

    [Fact]
    public async Task Begins_empty()
    {
        await using var journal = Open();
        Assert.Empty(await ReadAllAsync(journal));
    }

    [Fact]
    public async Task Numbers_events_from_one_without_gaps()
    {
        await using var journal = Open();
        await ReadAllAsync(journal);
        Assert.Equal(1, journal.Append(Time, Actor.Gateway, new JournalOpened(new(7))));
        Assert.Equal(2, journal.Append(Time, Actor.Gateway, new GatewayStarted()));
        await journal.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, journal.Append(Time, Actor.Gateway, new CancelRequested(new(1))));
    }

    [Fact]
    public async Task Gives_back_every_kind_of_event_exactly_as_it_was()
    {
        IReadOnlyList<JournalEvent> events = [.. SampleEvents.All];
        await using (var journal = Open())
        {
            await ReadAllAsync(journal);
            foreach (var journalEvent in events)
                journal.Append(Time, Trader, journalEvent);
            await journal.FlushAsync(TestContext.Current.CancellationToken);
        }

        await using var again = Open();
        var records = await ReadAllAsync(again);
        Assert.Equal(events, records.Select(record => record.Event));
        Assert.All(records, record => Assert.Equal((Time, Trader), (record.Time, record.Actor)));
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), records.Select(record => record.Sequence));
    }

    [Fact]
    public async Task Goes_on_where_it_ended()
    {
        for (var run = 1; run <= 3; run++)
        {
            await using var journal = Open();
            Assert.Equal(run - 1, (await ReadAllAsync(journal)).Count);
            Assert.Equal(run, journal.Append(Time, Actor.Gateway, new CancelRequested(new(run))));
            await journal.FlushAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Has_room_where_there_is_room()
    {
        await using var journal = Open();
        await ReadAllAsync(journal);
        journal.Append(Time, Actor.Gateway, new GatewayStarted());
        await journal.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Null(journal.Shortage);
    }

    [Fact]
    public async Task Forgets_what_was_never_flushed()
    {
        await using (var journal = Open())
        {
            await ReadAllAsync(journal);
            journal.Append(Time, Actor.Gateway, new GatewayStarted());
            await journal.FlushAsync(TestContext.Current.CancellationToken);
            journal.Append(Time, Actor.Gateway, new CancelRequested(new(1)));
        }

        await using var again = Open();
        Assert.IsType<GatewayStarted>(Assert.Single(await ReadAllAsync(again)).Event);
    }

    [Fact]
    public async Task Begins_after_a_record_that_it_holds()
    {
        JournalPosition second;
        await using (var journal = Open())
        {
            await ReadAllAsync(journal);
            journal.Append(Time, Actor.Gateway, new JournalOpened(new(7)));
            journal.Append(Time, Actor.Gateway, new GatewayStarted());
            second = journal.Position;
            Assert.Equal(2, second.Sequence);
            journal.Append(Time, Actor.Gateway, new CancelRequested(new(1)));
            await journal.FlushAsync(TestContext.Current.CancellationToken);
            Assert.NotEqual(second, journal.Position);
        }

        await using var again = Open();
        Assert.True(again.Holds(second));
        Assert.False(again.Holds(second with { Hash = new string('1', 32) }));
        Assert.False(again.Holds(second with { Sequence = 1 }));
        Assert.False(again.Holds(second with { Sequence = 4 }));
        Assert.Equal([3L], (await ReadAllAsync(again, second)).Select(record => record.Sequence));
        Assert.Equal(4, again.Append(Time, Actor.Gateway, new CancelRequested(new(2))));
        await again.FlushAsync(TestContext.Current.CancellationToken);
        var last = again.Position;
        await again.DisposeAsync();

        await using var third = Open();
        Assert.Empty(await ReadAllAsync(third, last));
        Assert.Equal(last, third.Position);
    }

    protected static async Task<List<JournalRecord>> ReadAllAsync(IJournal journal, JournalPosition? after = null)
    {
        var records = new List<JournalRecord>();
        await foreach (var record in journal.ReadAsync(after, TestContext.Current.CancellationToken))
            records.Add(record);
        return records;
    }
}
