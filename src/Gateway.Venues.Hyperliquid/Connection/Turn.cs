using System.Threading.Channels;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// Lets one in at a time, in the order of asking. A semaphore would do, but whoever waits for one with a token comes back by
/// way of the thread pool; here nobody leaves the scheduler that it began on.
/// </summary>
internal sealed class Turn
{
    private readonly Channel<bool> free = Channel.CreateBounded<bool>(1);

    public Turn() => Release();

    /// <summary>Waits until nobody else has the turn.</summary>
    public async ValueTask TakeAsync(CancellationToken cancellationToken) => await free.Reader.ReadAsync(cancellationToken);

    /// <summary>Lets the next one in.</summary>
    public void Release() => free.Writer.TryWrite(true);
}
