using Gateway.Orders.Messages;
using Gateway.Orders.Publishing;
using Gateway.Testing;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Publishing;

public sealed class PublisherTests
{
    private readonly Publisher publisher = new();
    private readonly List<string> told = [];
    private int heard;

    [Fact]
    public void Tells_nothing_before_it_is_asked_to() => SingleThread.Run(async thread =>
    {
        var running = publisher.RunAsync();
        await publisher.AddAsync(Batch("one"));
        thread.RunReady();
        Assert.Empty(told);
        publisher.Go();
        thread.RunReady();
        Assert.Equal(["one"], told);
        publisher.Complete();
        await running;
    });

    [Fact]
    public void Tells_the_answers_of_a_batch_before_its_updates_and_batches_in_their_order() => SingleThread.Run(async thread =>
    {
        var feed = new OrderSubscription([], 0, capacity: 100);
        var listening = ListenAsync(feed);
        var running = publisher.RunAsync();
        await publisher.AddAsync(Batch("one", Changes(1, [new(feed, _ => true, start: 0)])));
        publisher.Go();
        thread.RunReady();
        await publisher.AddAsync(Batch("two", Changes(2, [new(feed, _ => true, start: 0)])));
        publisher.GoHere();
        thread.RunReady();
        Assert.Equal(["one", "update 1", "two", "update 2"], told);
        await EndAsync(running, feed, listening);
    });

    [Fact]
    public void Batches_that_gathered_are_told_together_and_each_subscriber_hears_from_where_it_began() => SingleThread.Run(async thread =>
    {
        var (early, late) = (new OrderSubscription([], 0, capacity: 100), new OrderSubscription([], 2, capacity: 100));
        var running = publisher.RunAsync();
        await publisher.AddAsync(Batch("one", Changes(1, [new(early, _ => true, start: 0)])));
        await publisher.AddAsync(Batch("two", Changes(2, [new(early, _ => true, start: 0)])));
        await publisher.AddAsync(Batch("three"));
        await publisher.AddAsync(Batch("four", Changes(3, [new(early, _ => true, start: 0), new(late, _ => true, start: 2)])));
        publisher.Go();
        thread.RunReady();
        Assert.Equal(["one", "two", "three", "four"], told);
        Assert.Equal([1L, 2, 3], Taken(early));
        Assert.Equal([3L], Taken(late));
        publisher.Complete();
        await running;
    });

    [Fact]
    public void What_comes_while_others_are_told_keeps_no_update_back() => SingleThread.Run(async thread =>
    {
        var feed = new OrderSubscription([], 0, capacity: 100);
        var running = publisher.RunAsync();
        await publisher.AddAsync(new([new Named(() => Add(1))], Changes(1, [new(feed, _ => true, start: 0)]), Alerts: null));
        publisher.Go();
        thread.RunReady();
        Assert.Equal(["0 of updates before 1", "1 of updates before 2", "2 of updates before 3"], told);
        publisher.Complete();
        await running;

        // Each answer brings the next batch, as a client does that sends an order for every answer.
        void Add(int number)
        {
            told.Add($"{Waiting()} of updates before {number}");
            if (number < 3)
                Assert.True(publisher.AddAsync(new([new Named(() => Add(number + 1))], Changes(number + 1, [new(feed, _ => true, start: 0)]), Alerts: null)).AsTask().IsCompleted);
        }

        int Waiting()
        {
            while (feed.TryTake(out var batch))
                heard += batch.Length;
            return heard;
        }
    });

    [Fact]
    public void Whoever_adds_too_many_batches_waits_until_some_are_told() => SingleThread.Run(async thread =>
    {
        var running = publisher.RunAsync();
        var adding = AddAsync();
        thread.RunReady();
        await adding;
        publisher.Complete();
        await running;
        Assert.Equal(Enumerable.Range(1, 1000).Select(number => $"{number}"), told);

        async Task AddAsync()
        {
            for (var number = 1; number <= 1000; number++)
                await publisher.AddAsync(Batch($"{number}"));
        }
    });

    [Fact]
    public void What_waits_at_the_end_is_told() => SingleThread.Run(async _ =>
    {
        var running = publisher.RunAsync();
        await publisher.AddAsync(Batch("last"));
        publisher.Complete();
        await running;
        Assert.Equal(["last"], told);
    });

    private static IEnumerable<long> Taken(OrderSubscription feed)
    {
        while (feed.TryTake(out var batch))
        {
            foreach (var update in batch)
                yield return update.Sequence;
        }
    }

    private static OrderNews Changes(long sequence, Subscriber[] subscribers)
    {
        var update = new OrderUpdate(sequence, new AccountName("DEFAULT"), new OrderId(1), OrderState.None, Quantity.Zero, AveragePrice: null, RejectReason: null, DateTimeOffset.UnixEpoch);
        return new([update], subscribers);
    }

    private async Task EndAsync(Task running, OrderSubscription feed, Task listening)
    {
        publisher.Complete();
        await running;
        feed.Dispose();
        await listening;
    }

    private async Task ListenAsync(OrderSubscription feed)
    {
        while (await feed.WaitAsync())
        {
            while (feed.TryTake(out var batch))
                told.AddRange(batch.Select(update => $"update {update.Sequence}"));
        }
    }

    private Effects Batch(string name, OrderNews? changes = null) => new([new Named(() => told.Add(name))], changes, Alerts: null);

    private sealed class Named(Action released) : Message
    {
        public override void Handle(Workbench bench)
        {
        }

        public override void Release() => released();
    }
}
