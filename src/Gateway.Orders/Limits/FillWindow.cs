namespace Gateway.Orders.Limits;

/// <summary>
/// The fills that count, by age: the younger ones are recent as well. It is a ring, so that in the steady state
/// nothing is allocated; a fill that was reported late finds its place by its time.
/// </summary>
internal sealed class FillWindow
{
    private CountedFill[] ring = new CountedFill[1024];
    private int head;
    private int count;

    // The first of the recent ones; those before it still count as filled.
    private int recentFrom;

    /// <summary>How many fills count.</summary>
    public int Count => count;

    /// <summary>Counts a fill as filled and as recent; <see cref="Advance"/> then takes back what is too old for that.</summary>
    public void Add(in CountedFill fill)
    {
        if (count == ring.Length)
            Grow();
        var place = count++;
        for (; place > 0 && At(place - 1).Time > fill.Time; place--)
            At(place) = At(place - 1);
        At(place) = fill;
        fill.Footprint.AddFilled(fill.Side, fill.Quantity);
        if (place < recentFrom)
            recentFrom++;
        else
            fill.Footprint.AddRecentlyFilled(fill.Quantity);
    }

    /// <summary>
    /// Lets time pass: a fill counts while it is younger than <paramref name="retire"/>, and is recent while it is younger
    /// than <paramref name="recency"/>. Where that was lengthened, fills that still count become recent again.
    /// </summary>
    public void Advance(DateTimeOffset now, TimeSpan recency, TimeSpan retire)
    {
        while (recentFrom < count && now - At(recentFrom).Time >= recency)
            Age(At(recentFrom++), -1);
        while (recentFrom > 0 && now - At(recentFrom - 1).Time < recency)
            Age(At(--recentFrom), 1);
        while (count > 0 && now - At(0).Time >= retire)
            DropOldest();
    }

    /// <summary>Those that count, oldest first.</summary>
    public CountedFill[] ToArray()
    {
        var fills = new CountedFill[count];
        var first = Math.Min(count, ring.Length - head);
        ring.AsSpan(head, first).CopyTo(fills);
        ring.AsSpan(0, count - first).CopyTo(fills.AsSpan(first));
        return fills;
    }

    private static void Age(in CountedFill fill, int sign) => fill.Footprint.AddRecentlyFilled(sign * fill.Quantity);

    private void DropOldest()
    {
        ref var oldest = ref At(0);
        if (recentFrom > 0)
            recentFrom--;
        else
            Age(oldest, -1);
        oldest.Footprint.AddFilled(oldest.Side, -oldest.Quantity);
        oldest = default;
        head = (head + 1) & (ring.Length - 1);
        count--;
    }

    private ref CountedFill At(int place) => ref ring[(head + place) & (ring.Length - 1)];

    private void Grow()
    {
        var larger = new CountedFill[ring.Length * 2];
        for (var place = 0; place < count; place++)
            larger[place] = At(place);
        ring = larger;
        head = 0;
    }
}
