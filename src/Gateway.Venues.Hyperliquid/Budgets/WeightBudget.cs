namespace Gateway.Venues.Hyperliquid.Budgets;

/// <summary>
/// What our internet address may ask of the venue: so much weight in any minute, for actions and questions together
/// (the venue documents 1200). Whoever spends here before sending meets no "429".
/// </summary>
/// <param name="perMinute">How much; null: nothing is counted.</param>
/// <param name="time">The clock.</param>
/// <param name="accounts">How many accounts share it: each may have cancels that must not wait for those of the others.</param>
internal sealed class WeightBudget(int? perMinute, TimeProvider time, int accounts = 1)
{
    // What leaves here takes its time to the venue, some of it longer than what follows. Counting longer than the venue does keeps us right.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(66);

    // In thousandths. An account has two streams of cancels at most, by the venue's number and by our name, and each needs 66 of
    // 1200 in a window to leave once a second; a little more, for it may begin at any moment. More than the most would leave
    // orders too little: it is enough for seven streams.
    private const int KeptForAccount = 125;
    private const int LeastKept = 150;
    private const int MostKept = 400;

    private readonly Lock gate = new();

    // Oldest first; their sum is what is spent.
    private readonly List<(long At, int Weight, bool IsOfOrders)> spendings = [];
    private readonly long window = (long)(Window.TotalSeconds * time.TimestampFrequency);
    private int spent;
    private int reserved;

    /// <summary>Whether anything is counted.</summary>
    public bool IsKept => perMinute is not null;

    /// <summary>Spends now if there is room.</summary>
    /// <returns>Zero: it is spent; else nothing is, and this long until there may be room.</returns>
    public TimeSpan TrySpend(int weight, Share share)
    {
        lock (gate)
        {
            var wait = WaitFor(weight, share);
            if (wait == TimeSpan.Zero)
                Add(weight, isOfOrders: false);
            return wait;
        }
    }

    /// <summary>How long until there is room for so much; zero: there is.</summary>
    public TimeSpan Wait(int weight, Share share)
    {
        lock (gate)
            return WaitFor(weight, share);
    }

    /// <summary>For how long what is spent counts.</summary>
    public static TimeSpan Counts => Window;

    /// <summary>
    /// How far apart the actions of each of so many streams of cancels must leave; zero: there is plenty. Once nothing but what is
    /// kept for cancels is left, they share just that in a window, so that it never runs out: what was spent before is forgotten
    /// by the time that it is used up, and nothing else may touch it.
    /// </summary>
    public TimeSpan PaceOfCancels(int streams)
    {
        lock (gate)
        {
            if (perMinute is not { } most)
                return TimeSpan.Zero;
            Forget();
            return most - Taken > Kept(most) ? TimeSpan.Zero : Window * streams / Kept(most);
        }
    }

    /// <summary>
    /// How far apart actions with orders must leave for what is left of the orders' share to last until what they spent before is forgotten, one
    /// after the other, while all others spend what they did; where nothing is left, about as long as until there is room again. Zero: more
    /// than half of it is left.
    /// </summary>
    public TimeSpan PaceOfOrders()
    {
        lock (gate)
        {
            if (perMinute is not { } most)
                return TimeSpan.Zero;
            Forget();
            var share = CeilingOf(Share.Orders, most);
            var room = share - Taken;
            if (room > share / 2)
                return TimeSpan.Zero;
            var begin = time.GetTimestamp() - window;
            var pace = 0L;
            foreach (var (at, freed, isOfOrders) in spendings)
            {
                if (!isOfOrders)
                    continue;
                pace = Math.Max(pace, (at - begin) / Math.Max(room, 1));
                room += freed;
            }

            // In the long run they all leave so far apart.
            pace = Math.Max(pace, window / Math.Max(room, 1));
            return time.GetElapsedTime(0, pace);
        }
    }

    /// <summary>Sets weight aside for so many actions, whether there is room or not; negative: gives it back.</summary>
    public void Reserve(int actions)
    {
        lock (gate)
            reserved += actions;
    }

    /// <summary>Spends what was set aside for one action.</summary>
    public void SpendReserved()
    {
        lock (gate)
        {
            reserved--;
            Add(1, isOfOrders: true);
        }
    }

    /// <summary>Waits for room, then spends.</summary>
    public async ValueTask SpendAsync(int weight, Share share, CancellationToken cancellationToken)
    {
        while (TrySpend(weight, share) is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
    }

    /// <summary>Counts what has been spent already, such as the weight of a long answer.</summary>
    public void Spend(int weight)
    {
        lock (gate)
            Add(weight, isOfOrders: false);
    }

    private int Taken => spent + reserved;

    private TimeSpan WaitFor(int weight, Share share)
    {
        if (perMinute is not { } most)
            return TimeSpan.Zero;
        Forget();
        var ceiling = CeilingOf(share, most);
        var excess = Taken + weight - ceiling;
        if (excess <= 0)
            return TimeSpan.Zero;
        foreach (var (at, freed, _) in spendings)
        {
            excess -= freed;
            if (excess <= 0)
                return Window - time.GetElapsedTime(at);
        }

        return Window;
    }

    private void Add(int weight, bool isOfOrders)
    {
        if (perMinute is null || weight == 0)
            return;
        spendings.Add((time.GetTimestamp(), weight, isOfOrders));
        spent += weight;
    }

    private void Forget()
    {
        var old = 0;
        while (old < spendings.Count && time.GetElapsedTime(spendings[old].At) >= Window)
            spent -= spendings[old++].Weight;
        spendings.RemoveRange(0, old);
    }

    private int Kept(int most) => most * Math.Clamp(KeptForAccount * accounts, LeastKept, MostKept) / 1000;

    private int CeilingOf(Share share, int most) => share switch
    {
        Share.Queries => most - Kept(most) - (most * 45 / 100),
        Share.Orders => most - Kept(most) - (most * 20 / 100),
        Share.Questions => most - Kept(most),
        Share.Start => most - (most * LeastKept / 1000),
        _ => most,
    };
}
