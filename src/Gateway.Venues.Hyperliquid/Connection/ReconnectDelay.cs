namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// How long to wait before connecting again: doubling from a quarter of a second to half a minute, each drawn from the
/// upper half of its range so that many clients do not come back at once. The venue allows 30 new connections a minute.
/// </summary>
internal sealed class ReconnectDelay(int seed)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    private readonly Random random = new(seed);
    private TimeSpan next = First;

    public TimeSpan Next()
    {
        var delay = next * (0.5 + (random.NextDouble() / 2));
        next = next * 2 < Most ? next * 2 : Most;
        return delay;
    }

    /// <summary>The venue has proved well again.</summary>
    public void Reset() => next = First;
}
