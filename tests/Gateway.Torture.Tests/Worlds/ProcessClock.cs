namespace Gateway.Torture.Tests.Worlds;

/// <summary>The clock of one machine. Its wall time can jump; how much time has passed cannot.</summary>
internal sealed class ProcessClock(Timeline timeline, ProcessContext? owner, Func<TimeSpan> wallOffset) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start + timeline.Now + wallOffset();

    public override long GetTimestamp() => timeline.Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(timeline, owner, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(Timeline timeline, ProcessContext? owner, Action fire) : ITimer
    {
        private int setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var mine = ++setting;
            if (dueTime != Timeout.InfiniteTimeSpan)
                timeline.After(dueTime, owner, () => Fire(mine, period));
            return true;
        }

        public void Dispose() => setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(int mine, TimeSpan period)
        {
            if (mine != setting)
                return;
            if (period > TimeSpan.Zero)
                timeline.After(period, owner, () => Fire(mine, period));
            fire();
        }
    }
}
