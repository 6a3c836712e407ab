namespace Gateway.Venues.Hyperliquid.Budgets;

/// <summary>
/// What our internet address may ask of the venue: so much weight in any minute, for actions and questions together
/// (the venue documents 1200). Whoever spends here before sending meets no "429".
/// </summary>
/// <param name="perMinute">How much; null: nothing is counted.</param>
/// <param name="time">The clock.</param>
internal sealed class WeightBudget(int? perMinute, TimeProvider time)
{
    // An order's weight is taken when the order is accepted, and it may leave a few seconds later. Counting longer than
    // the venue does keeps us right whenever it leaves.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(66);

    // Below a quarter of it, cancels are paced.
    private const int Quarters = 4;

    private readonly Lock gate = new();
    private readonly Queue<(long At, int Weight)> spendings = [];
    private int spent;

    // How much of the oldest spending was given back.
    private int returned;

    /// <summary>Spends now if there is room.</summary>
    /// <returns>Zero: it is spent; else nothing is, and this long until there may be room.</returns>
    public TimeSpan TrySpend(int weight, Share share)
    {
        lock (gate)
        {
            var wait = WaitFor(weight, share);
            if (wait == TimeSpan.Zero)
                Add(weight);
            return wait;
        }
    }

    /// <summary>How long until there is room for so much; zero: there is.</summary>
    public TimeSpan Wait(int weight, Share share)
    {
        lock (gate)
            return WaitFor(weight, share);
    }

    /// <summary>
    /// How far apart actions must leave so that what is left lasts, whatever else is spent; zero: there is plenty. The less is
    /// left, the longer, so that it never runs out.
    /// </summary>
    public TimeSpan Pace
    {
        get
        {
            lock (gate)
            {
                if (perMinute is not { } most)
                    return TimeSpan.Zero;
                Forget();
                var left = most - spent;
                return left >= most / Quarters ? TimeSpan.Zero : Window / Math.Max(1, left);
            }
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
            Add(weight);
    }

    /// <summary>
    /// Takes back what turned out not to be needed. The oldest spendings are forgotten for it, not those that it was taken
    /// with: what is left counts longer than it must, never shorter.
    /// </summary>
    public void GiveBack(int weight)
    {
        lock (gate)
        {
            var left = Math.Min(weight, spent);
            spent -= left;
            returned += left;
            while (spendings.TryPeek(out var oldest) && oldest.Weight <= returned)
                returned -= spendings.Dequeue().Weight;
        }
    }

    private TimeSpan WaitFor(int weight, Share share)
    {
        if (perMinute is not { } most)
            return TimeSpan.Zero;
        Forget();
        var ceiling = most * PercentOf(share) / 100;
        var excess = spent + weight - ceiling;
        var ignored = returned;
        foreach (var (at, freed) in spendings)
        {
            if (excess <= 0)
                break;
            excess -= freed - ignored;
            ignored = 0;
            if (excess <= 0)
                return Window - time.GetElapsedTime(at);
        }

        return excess <= 0 ? TimeSpan.Zero : Window;
    }

    private void Add(int weight)
    {
        if (perMinute is null || weight == 0)
            return;
        spendings.Enqueue((time.GetTimestamp(), weight));
        spent += weight;
    }

    private void Forget()
    {
        while (spendings.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At) >= Window)
        {
            spent -= spendings.Dequeue().Weight - returned;
            returned = 0;
        }
    }

    private static int PercentOf(Share share) => share switch
    {
        Share.Queries => 40,
        Share.Orders => 65,
        Share.Questions => 85,
        _ => 100,
    };
}
