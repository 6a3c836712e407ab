namespace Gateway.Orders.Publishing;

/// <summary>
/// Goes round those who listen to the changes of orders, one after the other, and hands each all that has come since it was there last. So
/// nobody waits for longer than a tour, however many there are and however much comes meanwhile.
/// </summary>
internal sealed class Tour
{
    // What somebody has not been told yet, and how many came before.
    private readonly List<OrderNews> news = [];
    private long before;

    // Those of this tour: everybody who is to hear of any news that were there when it began.
    private Subscriber[] subscribers = [];
    private int next;
    private int atBegin;

    // Most hear the same at a time.
    private (long From, long To, Stretch Stretch)? last;

    /// <summary>How many news are not told to everybody.</summary>
    public int Count => news.Count;

    /// <summary>Takes news along.</summary>
    public void Add(OrderNews more) => news.Add(more);

    /// <summary>Goes to the next subscriber.</summary>
    /// <returns>False if nobody has anything more to hear.</returns>
    public bool GoOn()
    {
        if (next == subscribers.Length && !Begin())
            return false;
        if (subscribers.Length > 0)
            Visit(subscribers[next++]);
        return true;
    }

    // Whoever was visited on the last one has heard all that was there when that began.
    private bool Begin()
    {
        news.RemoveRange(0, atBegin);
        before += atBegin;
        atBegin = news.Count;
        (subscribers, next) = (atBegin == 0 ? [] : news[^1].Subscribers, 0);
        if (atBegin == 0)
            last = null;
        return atBegin > 0;
    }

    private void Visit(Subscriber subscriber)
    {
        var (from, to) = (Math.Max(subscriber.Told, before), before + news.Count);
        subscriber.Told = to;
        if (from < to)
            subscriber.Offer(Between(from, to));
    }

    private Stretch Between(long from, long to)
    {
        if (last is not { } known || known.From != from || known.To != to)
            last = known = (from, to, new([.. news[(int)(from - before)..].Select(one => one.Updates)]));
        return known.Stretch;
    }
}
