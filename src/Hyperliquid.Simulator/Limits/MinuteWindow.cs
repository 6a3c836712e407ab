namespace Hyperliquid.Simulator.Limits;

/// <summary>What was used within the last minute.</summary>
internal sealed class MinuteWindow
{
    private const long LengthMs = 60_000;

    private readonly Queue<(long Time, long Amount)> uses = new();
    private long used;

    /// <summary>Uses an amount if it fits under a limit; against an endless one nothing is counted.</summary>
    public bool TryUse(long amount, long limit, long now)
    {
        if (limit == VenueLimits.Endless)
            return true;
        while (uses.TryPeek(out var oldest) && oldest.Time <= now - LengthMs)
            used -= uses.Dequeue().Amount;
        if (used + amount > limit)
            return false;
        Use(amount, now);
        return true;
    }

    /// <summary>Uses an amount whether it fits or not.</summary>
    public void Use(long amount, long now)
    {
        uses.Enqueue((now, amount));
        used += amount;
    }

    public void Clear()
    {
        uses.Clear();
        used = 0;
    }
}
