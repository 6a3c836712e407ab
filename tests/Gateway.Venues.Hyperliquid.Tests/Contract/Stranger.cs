using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Signing;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Tests.Contract;

/// <summary>Another program at the venue, trading with its own key and without cloids.</summary>
internal sealed class Stranger(string key, Uri address) : IDisposable
{
    private readonly PrivateKey key = PrivateKey.Parse(key);
    private readonly NonceSequence nonces = new(TimeProvider.System);
    private readonly SignedPost post = new();

    public Address Address => key.Address;

    /// <summary>Places one BTC order and answers with the venue's reply.</summary>
    public async Task<string> TradeAsync(bool buy, decimal price, decimal size, OrderLifetime lifetime)
    {
        var terms = new OrderTerms { Asset = 0, IsBuy = buy, Price = price, Size = size, Lifetime = lifetime };
        var frame = post.Write(1, new OrderAction(new[] { terms }), new Signer(key, SignatureSource.A, vault: null), nonces.Next(), expiresAfter: null);
        await using var socket = await new WebSocketDialer().DialAsync(address, TestContext.Current.CancellationToken);
        await socket.SendAsync(frame, TestContext.Current.CancellationToken);
        var reply = System.Text.Encoding.UTF8.GetString((await socket.ReceiveAsync(TestContext.Current.CancellationToken)).Span);
        Assert.DoesNotContain("rror", reply, StringComparison.Ordinal);
        return reply;
    }

    public void Dispose()
    {
        key.Dispose();
        post.Dispose();
    }
}
