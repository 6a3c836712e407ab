using Gateway.Orders.Archive;

namespace Gateway.Orders.Tests.Archive;

public sealed class HashIndexTests
{
    [Fact]
    public void Finds_each_of_many_numbers_at_the_cost_of_one_page()
    {
        using var store = new CountingStore();
        using var index = new HashIndex(store);
        for (var number = 0; number < 20_000; number++)
            index.Add(HashIndex.HashOf($"key {number}"), number);

        for (var number = 0; number < 20_000; number++)
        {
            store.Reads = 0;
            Assert.Equal([number], index.Find(HashIndex.HashOf($"key {number}")));
            Assert.Equal(1, store.Reads);
        }

        Assert.Empty(index.Find(HashIndex.HashOf("another")));
    }

    [Fact]
    public void Numbers_of_the_same_hash_are_all_found()
    {
        using var index = new HashIndex(new MemoryStore());
        index.Add(7, 1);
        index.Add(7, 2);
        Assert.Equal([1, 2], index.Find(7));
    }

    [Fact]
    public void While_the_disk_is_full_nothing_is_forgotten()
    {
        using var store = new CountingStore();
        using var index = new HashIndex(store);
        for (var number = 0; number < 3_000; number++)
        {
            store.IsFull = number % 3 == 1;
            index.Add(HashIndex.HashOf($"key {number}"), number);
        }

        Assert.All(Enumerable.Range(0, 3_000), number => Assert.Equal([number], index.Find(HashIndex.HashOf($"key {number}"))));
    }

    private sealed class CountingStore : IStore
    {
        private readonly MemoryStore store = new();

        public int Reads { get; set; }

        public bool IsFull { get; set; }

        public void Read(long offset, Span<byte> into)
        {
            Reads++;
            store.Read(offset, into);
        }

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            if (IsFull)
                throw new IOException("full", 28);
            store.Write(offset, bytes);
        }

        public void Dispose() => store.Dispose();
    }
}
