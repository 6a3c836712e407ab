namespace Hyperliquid.Simulator.Actions;

/// <summary>One signer's hundred highest nonces: a new one must be above the lowest of them and not among them.</summary>
internal sealed class NonceWindow
{
    private const int Kept = 100;
    private const long MaxAgeMs = 2 * 24 * 3600 * 1000L;
    private const long MaxLeadMs = 24 * 3600 * 1000L;

    private readonly SortedSet<long> highest = [];

    /// <summary>What is wrong with a nonce at this time, whoever signed; null if nothing.</summary>
    public static string? CheckTime(long nonce, long now)
    {
        if (nonce <= now - MaxAgeMs)
            return $"Invalid nonce: nonce too low {nonce} < {now - MaxAgeMs}";
        return nonce >= now + MaxLeadMs ? $"Invalid nonce: nonce too high {nonce} > {now + MaxLeadMs}" : null;
    }

    /// <summary>Takes a nonce; if it cannot be taken, says why.</summary>
    public string? Take(long nonce)
    {
        if (highest.Contains(nonce))
            return $"Invalid nonce: duplicate nonce {nonce}";
        if (highest.Count == Kept && nonce < highest.Min)
            return $"Invalid nonce: nonce too low {nonce} < {highest.Min}";
        highest.Add(nonce);
        if (highest.Count > Kept)
            highest.Remove(highest.Min);
        return null;
    }
}
