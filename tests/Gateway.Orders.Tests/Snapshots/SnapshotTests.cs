using Gateway.Orders.Archive;
using Gateway.Venues;

namespace Gateway.Orders.Tests.Snapshots;

/// <summary>A start goes on from the last snapshot, if there is no doubt about it, and nobody can tell from the answers.</summary>
public sealed class SnapshotTests
{
    private const int Every = 30;

    [Fact]
    public void A_start_reads_only_what_came_after_the_last_one()
    {
        var room = new FaultyRoom();
        Rig.Live(
            rig =>
            {
                Trade(rig, 40);
                var next = rig.Restart(live: true);
                Assert.InRange(next.Journal.Position.Sequence - next.Journal.ReadAfter, 0, Every + 10);
                AssertSame(rig, next);
                Trade(next, 40);
                var last = next.Restart(live: true);
                Assert.InRange(last.Journal.Position.Sequence - last.Journal.ReadAfter, 0, Every + 10);
                AssertSame(next, last);
                return Task.CompletedTask;
            },
            room.Configure);
    }

    [Fact]
    public void It_is_written_while_the_engine_goes_on()
    {
        var room = new FaultyRoom();
        Rig.Live(
            rig =>
            {
                Trade(rig, 5);
                var gate = new TaskCompletionSource();
                room.Gate = gate.Task;
                Trade(rig, 40);
                Assert.Equal(0, rig.Restart().Journal.ReadAfter);
                gate.SetResult();
                rig.Settle();
                Trade(rig, 1);
                Assert.NotEqual(0, rig.Restart().Journal.ReadAfter);
                return Task.CompletedTask;
            },
            room.Configure);
    }

    [Fact]
    public void One_that_cannot_be_written_costs_nothing_but_the_time_of_the_next_start()
    {
        var room = new FaultyRoom { IsFull = true };
        Rig.Live(
            rig =>
            {
                Trade(rig, 40);
                var next = rig.Restart(live: true);
                Assert.Equal(0, next.Journal.ReadAfter);
                AssertSame(rig, next);
                room.IsFull = false;
                Trade(next, 40);
                var last = next.Restart(live: true);
                Assert.NotEqual(0, last.Journal.ReadAfter);
                AssertSame(next, last);
                return Task.CompletedTask;
            },
            room.Configure);
    }

    [Fact]
    public void One_that_the_journal_does_not_hold_is_not_relied_on()
    {
        var room = new FaultyRoom();
        Rig.Live(
            rig =>
            {
                Trade(rig, 40);
                Assert.NotEqual(0, rig.Restart().Journal.ReadAfter);
                var shorter = rig.Restart(records: 20);
                Assert.Equal(0, shorter.Journal.ReadAfter);
                Assert.Null(shorter.Find(new(40)));
                return Task.CompletedTask;
            },
            room.Configure);
    }

    [Fact]
    public void One_of_which_any_file_is_not_what_was_written_is_not_relied_on()
    {
        var room = new FaultyRoom();
        Rig.Live(
            rig =>
            {
                Trade(rig, 60);
                var files = room.Copy();
                Assert.True(files.Count >= 5, string.Join(", ", files.Keys));
                foreach (var (name, bytes) in files)
                {
                    // Cut everywhere; changed only where it is looked at: in the snapshot anywhere.
                    foreach (var damaged in name.StartsWith("snapshot", StringComparison.Ordinal)
                        ? [bytes[..^1], [.. bytes[..(bytes.Length / 2)], (byte)'7', .. bytes[((bytes.Length / 2) + 1)..]], [(byte)'x', .. bytes[1..]]]
                        : new[] { bytes[..(bytes.Length / 3)] })
                    {
                        room.Lay(files);
                        room.Lay(new Dictionary<string, byte[]> { [name] = damaged });
                        var next = rig.Restart();
                        Assert.True(next.Journal.ReadAfter == 0, $"{name} was relied on.");
                        AssertSame(rig, next);
                    }
                }

                room.Lay(files);
                Assert.NotEqual(0, rig.Restart().Journal.ReadAfter);
                return Task.CompletedTask;
            },
            room.Configure);
    }

    [Fact]
    public async Task A_directory_keeps_what_was_written_as_a_whole_and_cuts_what_was_added_to_a_log()
    {
        var directory = Directory.CreateTempSubdirectory("archive").FullName;
        var room = new FileRoom(directory);
        await room.WriteAsync("one", [new byte[] { 1, 2 }, new byte[] { 3 }], TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<IOException>(async () => await room.WriteAsync("one", Breaking(), TestContext.Current.CancellationToken));
        Assert.Equal(3, room.LengthOf("one"));
        using (var store = room.Open("log", 0))
        {
            store.Write(0, [1, 2, 3, 4, 5]);
            store.Flush();
        }

        using (var store = room.Open("log", 4))
        {
            var bytes = new byte[4];
            store.Read(0, bytes);
            Assert.Equal([1, 2, 3, 4], bytes);
            Assert.Throws<EndOfStreamException>(() => store.Read(1, bytes));
        }

        // Who only looks sees the same, and what is added stays with them.
        var look = new ReadOnlyRoom(directory);
        using (var store = look.Open("log", 3))
        {
            store.Write(3, [7, 8]);
            var bytes = new byte[4];
            store.Read(1, bytes);
            Assert.Equal([2, 3, 7, 8], bytes);
        }

        Assert.Equal(4, room.LengthOf("log"));
        Directory.Delete(directory, recursive: true);

        static IEnumerable<ReadOnlyMemory<byte>> Breaking()
        {
            yield return new byte[] { 9 };
            throw new IOException("broken");
        }
    }

    private static void Trade(Rig rig, int orders)
    {
        for (var number = 0; number < orders; number++)
        {
            var order = rig.Place(clientOrderId: $"n{rig.Read(ledger => ledger.Sequence)}");
            rig.Venue.Acknowledge(order);
            if (number % 3 > 0)
                rig.Venue.Fill(order, $"f{order}", 100_000m, number % 3 == 1 ? 0.01m : 0.004m);
            rig.Advance(4);
        }
    }

    private static void AssertSame(Rig one, Rig other)
    {
        var orders = Enumerable.Range(1, 130).Select(id => new OrderId(id)).ToList();
        Assert.Equal(orders.ConvertAll(one.Find).OfType<Order>().Where(order => order.IsOut), orders.ConvertAll(other.Find).OfType<Order>().Where(order => order.IsOut));
        Assert.Equal(one.Read(ledger => ledger.Fills.ToList()), other.Read(ledger => ledger.Fills.ToList()));
        Assert.Equal(
            one.Read(ledger => ledger.Open.Select(order => (order.Id, order.Filled)).ToList()),
            other.Read(ledger => ledger.Open.Select(order => (order.Id, order.Filled)).ToList()));
        Assert.Contains(orders, order => one.Find(order) is { IsOut: true } && one.Read(ledger => ledger.Recall(order)) is null);
    }

    /// <summary>A room that outlives its gateways, can be full, and takes its time.</summary>
    private sealed class FaultyRoom : IRoom
    {
        private MemoryRoom room = new();

        public bool IsFull { get; set; }

        public Task Gate { get; set; } = Task.CompletedTask;

        public IReadOnlyList<string> Names => room.Names;

        public void Configure(OrderEngineOptions options) => (options.SnapshotEvery, options.OpenRoom) = (Every, _ => this);

        /// <summary>Every file as it is.</summary>
        public Dictionary<string, byte[]> Copy() => room.Names.ToDictionary(name => name, name =>
        {
            var bytes = new byte[room.LengthOf(name)];
            using var store = room.Open(name, bytes.Length);
            store.Read(0, bytes);
            return bytes;
        });

        /// <summary>Puts files in the place of those there.</summary>
        public void Lay(Dictionary<string, byte[]> files)
        {
            if (files.Count > 1)
                room = new();
            foreach (var (name, bytes) in files)
            {
                using var store = room.Open(name, 0);
                store.Write(0, bytes);
            }
        }

        public IStore Open(string name, long length) => room.Open(name, length);

        public long LengthOf(string name) => room.LengthOf(name);

        public async ValueTask WriteAsync(string name, IEnumerable<ReadOnlyMemory<byte>> portions, CancellationToken cancellationToken)
        {
            await Gate;
            if (IsFull)
                throw new IOException("full", 28);
            await room.WriteAsync(name, portions, cancellationToken);
        }

        public void Remove(string name) => room.Remove(name);
    }
}
