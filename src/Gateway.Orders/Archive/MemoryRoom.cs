namespace Gateway.Orders.Archive;

/// <summary>A room without a disk, for whoever looks at a journal once.</summary>
internal sealed class MemoryRoom : IRoom
{
    private readonly Dictionary<string, MemoryStore> stores = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => [.. stores.Keys];

    public IStore Open(string name, long length)
    {
        if (!stores.TryGetValue(name, out var store))
            stores.Add(name, store = new MemoryStore());
        store.Truncate(length);
        return store;
    }

    public long LengthOf(string name) => stores.TryGetValue(name, out var store) ? store.Length : 0;

    public ValueTask WriteAsync(string name, IEnumerable<ReadOnlyMemory<byte>> portions, CancellationToken cancellationToken)
    {
        var store = new MemoryStore();
        foreach (var portion in portions)
            store.Write(store.Length, portion.Span);
        stores[name] = store;
        return ValueTask.CompletedTask;
    }

    public void Remove(string name) => stores.Remove(name);
}
