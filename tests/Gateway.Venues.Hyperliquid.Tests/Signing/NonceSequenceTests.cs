using Gateway.Testing;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid.Tests.Signing;

public sealed class NonceSequenceTests
{
    [Fact]
    public void Nonces_follow_the_clock_and_never_repeat_while_it_stands()
    {
        var clock = new ManualClock(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000));
        var nonces = new NonceSequence(clock);

        Assert.Equal([1_700_000_000_000ul, 1_700_000_000_001ul], [nonces.Next(), nonces.Next()]);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1_700_000_001_000ul, nonces.Next());
    }
}
