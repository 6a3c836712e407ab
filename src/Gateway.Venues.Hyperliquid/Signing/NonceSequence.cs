namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>
/// The nonces of one signer. The venue keeps a signer's hundred highest and refuses a used or a much lower one, so they
/// follow the clock and never repeat, also when the clock stands or steps back.
/// </summary>
internal sealed class NonceSequence(TimeProvider time)
{
    private long last;

    public ulong Next()
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        while (true)
        {
            var seen = Interlocked.Read(ref last);
            var next = Math.Max(now, seen + 1);
            if (Interlocked.CompareExchange(ref last, next, seen) == seen)
                return (ulong)next;
        }
    }
}
