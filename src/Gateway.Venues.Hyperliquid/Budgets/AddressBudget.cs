using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Budgets;

/// <summary>
/// How many actions the venue still takes from one account: so many over its life, which its trading adds to, and after that
/// a trickle. Cancels have a larger allowance at the venue and are counted here, never held back.
/// </summary>
internal sealed class AddressBudget(TimeProvider time)
{
    // The venue documents 10 s; gaps near 11 s were measured.
    private static readonly TimeSpan Trickle = TimeSpan.FromSeconds(11);

    private readonly Lock gate = new();
    private long sent;
    private long used;
    private long? most;
    private long? lastOrder;

    /// <summary>How many actions were counted here; to be handed to <see cref="Learn"/> with what is asked now.</summary>
    public long Sent
    {
        get
        {
            lock (gate)
                return sent;
        }
    }

    /// <summary>How many orders the venue still takes; null: not known yet. Below zero: orders trickle.</summary>
    public long? Left
    {
        get
        {
            lock (gate)
                return most - used;
        }
    }

    /// <summary>How long until the next order would be taken; zero: it would be now.</summary>
    public TimeSpan Wait
    {
        get
        {
            lock (gate)
            {
                if (most is null || used < most || lastOrder is not { } at || time.GetElapsedTime(at) >= Trickle)
                    return TimeSpan.Zero;
                return Trickle - time.GetElapsedTime(at);
            }
        }
    }

    public void SpendOnOrder()
    {
        lock (gate)
        {
            Count(1);
            lastOrder = time.GetTimestamp();
        }
    }

    public void SpendOnCancels(int cancels)
    {
        lock (gate)
            Count(cancels);
    }

    /// <summary>Takes over what the venue counts.</summary>
    /// <param name="limit">What it says.</param>
    /// <param name="sentWhenAsked"><see cref="Sent"/> at that moment: what went out since may not be in it.</param>
    public void Learn(UserRateLimit limit, long sentWhenAsked)
    {
        lock (gate)
        {
            most = limit.RequestsCap + limit.RequestsSurplus;
            used = limit.RequestsUsed + (sent - sentWhenAsked);
        }
    }

    private void Count(int actions)
    {
        sent += actions;
        used += actions;
    }
}
