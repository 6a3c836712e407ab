using Gateway.Orders.Archive;

namespace Gateway.Orders.Tests.Archive;

public sealed class ArchiveIndexTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Finds_every_number_of_a_key_in_memory_while_it_is_written_and_afterwards(int seed)
    {
        var random = new Random(seed);
        var room = new MemoryRoom();
        using var index = new ArchiveIndex(room, "index");
        var model = new List<(ulong Key, long Number)>();
        for (var round = 0; round < 12; round++)
        {
            AddSome();
            index.Freeze();
            AddSome();
            await index.SealAsync($"{round}", TestContext.Current.CancellationToken);
            AssertSame();
            if (random.Next(3) == 0)
                index.Thaw();
            else
                index.Adopt();
            AssertSame();
        }

        void AddSome()
        {
            for (var count = random.Next(600); count > 0; count--)
            {
                // Some keys are rare, and a few fill pages.
                var key = random.Next(4) == 0 ? (ulong)random.Next(3) : (ulong)random.NextInt64();
                model.Add((key, model.Count));
                index.Add(key, model.Count - 1);
            }
        }

        void AssertSame()
        {
            foreach (var group in model.GroupBy(entry => entry.Key))
                Assert.Equal(group.Select(entry => entry.Number), index.Find(group.Key).Order());
            Assert.Empty(index.Find(ulong.MaxValue));
        }
    }

    [Fact]
    public async Task Goes_on_from_its_runs_of_which_there_are_few()
    {
        var room = new MemoryRoom();
        using var index = new ArchiveIndex(room, "index");
        IReadOnlyList<RunStamp> stamps = [];
        for (var number = 0; number < 20_000; number++)
        {
            index.Add(ArchiveIndex.KeyOf($"key {number}"), number);
            if (number % 100 != 99)
                continue;
            index.Freeze();
            stamps = await index.SealAsync($"{number}", TestContext.Current.CancellationToken);
            index.Adopt();
        }

        Assert.InRange(stamps.Count, 1, 8);
        Assert.Equal(20_000, stamps.Sum(stamp => stamp.Count));
        using var next = new ArchiveIndex(room, "index");
        next.Resume([.. stamps]);
        Assert.All(Enumerable.Range(0, 20_000), number => Assert.Equal([number], next.Find(ArchiveIndex.KeyOf($"key {number}"))));
        Assert.Empty(next.Find(ArchiveIndex.KeyOf("another")));
    }
}
