namespace Gateway.Orders;

/// <summary>
/// The last updates of orders, up to a number of them, with the account that each is about. They are kept by value, in room that is taken
/// once: as objects, which live for seconds and then die, they would be most of what a garbage collector has to carry along.
/// </summary>
internal sealed class RecentUpdates(int capacity)
{
    private readonly KeptUpdate[] ring = new KeptUpdate[capacity];
    private KeptUpdate[] captured = [];
    private long added;

    /// <summary>The last one that is not at hand any more; 0: all are.</summary>
    public long Forgotten { get; private set; }

    /// <summary>Keeps one more.</summary>
    public void Add(OrderUpdate update)
    {
        ref var slot = ref ring[added++ % capacity];
        if (slot.Sequence > 0)
            Forgotten = slot.Sequence;
        slot = new(update);
    }

    /// <summary>Those after a sequence number, oldest first.</summary>
    public IEnumerable<KeptUpdate> Since(long after)
    {
        for (var one = FirstAfter(after); one < added; one++)
            yield return ring[one % capacity];
    }

    /// <summary>All of them, oldest first, as they are; valid until the next capture.</summary>
    public ArraySegment<KeptUpdate> Capture()
    {
        var count = (int)Math.Min(added, capacity);
        if (captured.Length < count)
            captured = new KeptUpdate[capacity];
        var oldest = (int)((added - count) % capacity);
        var first = Math.Min(count, capacity - oldest);
        Array.Copy(ring, oldest, captured, 0, first);
        Array.Copy(ring, 0, captured, first, count - first);
        return new(captured, 0, count);
    }

    /// <summary>Goes on from what another had at hand; this one is empty.</summary>
    public void Restore(IEnumerable<KeptUpdate> updates, long forgotten)
    {
        Forgotten = forgotten;
        foreach (var update in updates)
            ring[added++ % capacity] = update;
    }

    // Their sequence numbers grow.
    private long FirstAfter(long after)
    {
        var (first, end) = (Math.Max(0, added - capacity), added);
        while (first < end)
        {
            var middle = first + ((end - first) / 2);
            if (ring[middle % capacity].Sequence <= after)
                first = middle + 1;
            else
                end = middle;
        }

        return first;
    }
}
