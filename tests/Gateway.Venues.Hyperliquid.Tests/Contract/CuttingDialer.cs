using System.Collections.Concurrent;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Tests.Contract;

/// <summary>Opens real connections and can cut them all.</summary>
internal sealed class CuttingDialer : IDialer
{
    private readonly WebSocketDialer dialer = new();
    private readonly ConcurrentBag<ITextSocket> open = [];

    public async ValueTask<ITextSocket> DialAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = await dialer.DialAsync(address, cancellationToken);
        open.Add(socket);
        return socket;
    }

    public async Task CutAsync()
    {
        while (open.TryTake(out var socket))
            await socket.DisposeAsync();
    }
}
