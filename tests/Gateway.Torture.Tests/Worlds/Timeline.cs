namespace Gateway.Torture.Tests.Worlds;

/// <summary>
/// All that happens in a world, one thing after the other on one thread. What is ready is taken in an order drawn from the
/// seed; time passes, by leaps, when nothing is ready or, now and then, while somebody is slow.
/// </summary>
internal sealed class Timeline(int seed)
{
    private const double Slow = 0.02;

    private static readonly long LongestLag = TimeSpan.FromMilliseconds(5).Ticks;

    private readonly Random chance = new(seed);
    private readonly List<(ProcessContext Owner, SendOrPostCallback Callback, object? State)> ready = [];
    private readonly PriorityQueue<(ProcessContext? Owner, Action What), (long Due, long Number)> later = new();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private long number;

    /// <summary>How long the world has existed.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>How many things have happened.</summary>
    public long Steps { get; private set; }

    /// <summary>Where somebody left the thread; null: nobody did. Determinism ends there.</summary>
    public string? Hop { get; private set; }

    public void Ready(ProcessContext owner, SendOrPostCallback callback, object? state)
    {
        if (Environment.CurrentManagedThreadId != thread)
        {
            Hop ??= Environment.StackTrace;
            return;
        }

        if (!owner.IsDead)
            ready.Add((owner, callback, state));
    }

    /// <summary>Does something later, unless its owner has died by then.</summary>
    public void After(TimeSpan delay, ProcessContext? owner, Action what) =>
        later.Enqueue((owner, what), ((Now + delay).Ticks, ++number));

    /// <summary>Lets one thing happen.</summary>
    /// <returns>False if nothing is left to happen before <paramref name="end"/>.</returns>
    public bool Step(TimeSpan end)
    {
        Steps++;
        if (ready.Count > 0 && !IsSomebodySlow())
        {
            var index = chance.Next(ready.Count);
            var (owner, callback, state) = ready[index];
            ready.RemoveAt(index);
            owner.Run(() => callback(state));
            return true;
        }

        if (!later.TryPeek(out var next, out var at) || at.Due > end.Ticks)
        {
            Now = end;
            return false;
        }

        later.Dequeue();
        Now = TimeSpan.FromTicks(Math.Max(Now.Ticks, at.Due));
        if (next.Owner is { } process)
            process.Run(next.What);
        else
            next.What();
        return true;
    }

    private bool IsSomebodySlow() =>
        chance.NextDouble() < Slow && later.TryPeek(out _, out var at) && at.Due <= Now.Ticks + LongestLag;
}
