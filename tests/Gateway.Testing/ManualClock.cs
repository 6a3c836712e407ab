namespace Gateway.Testing;

/// <summary>
/// A clock that moves only when a test moves it. Timers fire on the thread that calls <see cref="Advance"/>, in the order
/// of their due times, each seeing exactly its own moment.
/// </summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = start;

    /// <summary>Starts at a fixed moment, so that bytes with times in them can be stated in a test.</summary>
    public ManualClock()
        : this(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
    {
    }

    /// <summary>How much too early timers fire that are set from now on, as a platform's may.</summary>
    public TimeSpan Haste { get; set; }

    /// <summary>How many timers wait to fire.</summary>
    public int Pending
    {
        get
        {
            lock (gate)
                return timers.Count(timer => timer.Due is not null);
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>By how much its wall time was set, as somebody may at any moment; how much time passes is another matter.</summary>
    public TimeSpan WallOffset { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now + WallOffset;
    }

    public override long GetTimestamp()
    {
        lock (gate)
            return now.UtcTicks;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        lock (gate)
            timers.Add(timer);
        return timer;
    }

    /// <summary>Moves time on and fires what falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = GetUtcNow() - WallOffset + by;
        while (NextDue(end) is { } timer)
            timer.Fire();
        lock (gate)
            now = end;
    }

    private ManualTimer? NextDue(DateTimeOffset end)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next?.Due > now)
                now = next.Due.Value;
            return next;
        }
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (clock.gate)
            {
                period = newPeriod;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.now + (dueTime > clock.Haste ? dueTime - clock.Haste : TimeSpan.Zero);
            }

            return true;
        }

        public void Fire()
        {
            lock (clock.gate)
                Due = period > TimeSpan.Zero ? Due + period : null;
            callback(state);
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                Due = null;
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
