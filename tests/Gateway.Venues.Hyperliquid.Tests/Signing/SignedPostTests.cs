using System.Text;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid.Tests.Signing;

public sealed class SignedPostTests
{
    private const string Key = "0x0123456789012345678901234567890123456789012345678901234567890123";

    [Fact]
    public void An_order_is_framed_to_the_byte()
    {
        using var key = PrivateKey.Parse(Key);
        using var post = new SignedPost();

        var frame = post.Write(7, Order(price: 100), new Signer(key, SignatureSource.A, vault: null), nonce: 0, expiresAfter: null);

        // The signature is that of the published vector py_order_gtc_mainnet.
        Assert.Equal(
            """{"method":"post","id":7,"request":{"type":"action","payload":{"action":{"type":"order","orders":[{"a":1,"b":true,"p":"100","s":"100","r":false,"t":{"limit":{"tif":"Gtc"}}}],"grouping":"na"},"nonce":0,"signature":{"r":"0xd65369825a9df5d80099e513cce430311d7d26ddf477f5b3a33d2806b100d78e","s":"0x2b54116ff64054968aa237c20ca9ff68000f977c93289157748a3162b6ea940e","v":28}}}}""",
            Encoding.UTF8.GetString(frame.Span));
    }

    [Fact]
    public void Vault_and_expiry_are_sent_as_well_as_signed()
    {
        using var key = PrivateKey.Parse(Key);
        using var post = new SignedPost();
        var vault = Address.Parse("0x1719884EB866cb12b2287399b15f7db5e7d775ea");

        var frame = post.Write(8, new NoopAction(), new Signer(key, SignatureSource.B, vault), nonce: 5, expiresAfter: 1700000100000);

        Assert.EndsWith(
            """,\"vaultAddress\":\"0x1719884eb866cb12b2287399b15f7db5e7d775ea\",\"expiresAfter\":1700000100000}}}""".Replace("\\", "", StringComparison.Ordinal),
            Encoding.UTF8.GetString(frame.Span),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(39)]
    public void Signing_and_framing_orders_allocates_nothing(int orders)
    {
        using var key = PrivateKey.Parse(Key);
        using var post = new SignedPost();
        var signer = new Signer(key, SignatureSource.A, Address.Zero);
        var action = new OrderAction(Enumerable.Repeat(Terms(price: 98765), orders).ToArray());

        // The runtime itself allocates now and then (tiering), so the quietest of many rounds counts.
        var least = long.MaxValue;
        for (var round = 0; round < 200; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            post.Write(round, action, signer, nonce: 1, expiresAfter: 2);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void A_signer_does_not_show_its_key()
    {
        using var key = PrivateKey.Parse(Key);

        Assert.DoesNotContain("0123456789", new Signer(key, SignatureSource.A, vault: null).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_trading_can_be_signed() => Assert.Equal(
        ["BatchModifyAction", "CancelAction", "CancelByCloidAction", "NoopAction", "OrderAction", "ScheduleCancelAction"],
        typeof(IAction).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IAction))).Select(type => type.Name).Order());

    private static OrderAction Order(decimal price) => new(new[] { Terms(price) });

    private static OrderTerms Terms(decimal price) => new() { Asset = 1, IsBuy = true, Price = price, Size = 100, Lifetime = OrderLifetime.Gtc };
}
