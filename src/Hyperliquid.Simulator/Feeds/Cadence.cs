namespace Hyperliquid.Simulator.Feeds;

/// <summary>Spaces messages out in transport time.</summary>
/// <param name="least">Shortest time between two messages, ms.</param>
/// <param name="most">Longest time between two messages, even if nothing changed, ms.</param>
internal sealed class Cadence(long least, long most)
{
    private long? sent;
    private bool dirty;

    /// <summary>There is something new to tell.</summary>
    public void Mark() => dirty = true;

    /// <summary>Whether to send now; if so it counts as sent.</summary>
    public bool IsDue(long now)
    {
        sent ??= now;
        if (now - sent < (dirty ? least : most))
            return false;
        sent = now;
        dirty = false;
        return true;
    }
}
