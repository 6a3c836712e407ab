namespace Hyperliquid.Simulator.Trading;

/// <summary>The exchange's clock: a source of time that can be set, moved forward and stopped.</summary>
/// <param name="source">Where running time comes from.</param>
public sealed class SimulatorClock(TimeProvider source)
{
    private TimeSpan offset;
    private DateTimeOffset? frozenAt;

    /// <summary>Milliseconds since the Unix epoch.</summary>
    public long Now => Time.ToUnixTimeMilliseconds();

    /// <summary>Whether time passes by itself.</summary>
    public bool IsRunning => frozenAt is null;

    private DateTimeOffset Time => frozenAt ?? source.GetUtcNow() + offset;

    /// <summary>Jumps to a time, in milliseconds since the Unix epoch.</summary>
    public void Set(long now) => MoveTo(DateTimeOffset.FromUnixTimeMilliseconds(now));

    /// <summary>Jumps forward, or back if negative, by milliseconds.</summary>
    public void Advance(long milliseconds) => MoveTo(Time.AddMilliseconds(milliseconds));

    /// <summary>Stops or restarts the passing of time.</summary>
    public void Run(bool running)
    {
        var now = Time;
        frozenAt = running ? null : now;
        offset = now - source.GetUtcNow();
    }

    private void MoveTo(DateTimeOffset now)
    {
        offset = now - source.GetUtcNow();
        if (frozenAt is not null)
            frozenAt = now;
    }
}
