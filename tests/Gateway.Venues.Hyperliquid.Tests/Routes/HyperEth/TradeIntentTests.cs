using System.Text;
using Gateway.Venues.Hyperliquid.Routes.HyperEth;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid.Tests.Routes.HyperEth;

public sealed class TradeIntentTests
{
    private const string Uuid = "a3b5b1e0-3e7a-4b6c-9c35-cc8f7a0f7c01";

    private static readonly Cloid Named = new(UInt128.Parse("a3b5b1e03e7a4b6c9c35cc8f7a0f7c01", System.Globalization.NumberStyles.HexNumber, null));

    [Fact]
    public void A_limit_order_is_asked_for_in_these_bytes() => Assert.Equal(
        """{"nonce":1734567890123,"hl_agent_wallet":"0x742d35cc6634c0532925a3b8d489c8a4c40f8c7b","hl_action":{"type":"order","orders":[{"a":0,"b":true,"p":"43250","s":"0.1","r":false,"t":{"limit":{"tif":"Gtc"}},"cloid":"a3b5b1e0-3e7a-4b6c-9c35-cc8f7a0f7c01"}]}}""",
        Text(Terms));

    [Fact]
    public void A_trigger_order_is_asked_for_in_these_bytes() => Assert.Equal(
        """{"nonce":1734567890123,"hl_agent_wallet":"0x742d35cc6634c0532925a3b8d489c8a4c40f8c7b","hl_action":{"type":"order","orders":[{"a":10107,"b":false,"p":"0.5","s":"20","r":true,"t":{"trigger":{"triggerPx":"0.55","isMarket":true,"tpsl":"sl"}},"cloid":"a3b5b1e0-3e7a-4b6c-9c35-cc8f7a0f7c01"}]}}""",
        Text(Terms with { Asset = 10_107, IsBuy = false, Price = 0.50m, Size = 20.0m, ReduceOnly = true, Trigger = new OrderTrigger(new Price(0.55m), TriggerKind.StopLoss, Market: true) }));

    [Theory]
    [InlineData("Gtc")]
    [InlineData("Ioc")]
    [InlineData("Alo")]
    public void A_lifetime_keeps_the_venues_name(string lifetime) => Assert.Contains(
        $$$"""{"limit":{"tif":"{{{lifetime}}}"}}""", Text(Terms with { Lifetime = Enum.Parse<OrderLifetime>(lifetime) }), StringComparison.Ordinal);

    [Fact]
    public void The_uuid_without_dashes_is_the_cloid_and_names_our_order_again()
    {
        var instance = new GatewayInstance(0xfeed);
        foreach (var number in new[] { 1, 77, OrderId.MaxValue })
        {
            var uuid = UuidOf(Cloid.Of(instance, new(new OrderId(number))));

            Assert.True(Guid.TryParseExact(uuid, "D", out _));
            Assert.Equal(uuid.ToLowerInvariant(), uuid);
            Assert.True(Cloid.TryRead("0x" + uuid.Replace("-", "", StringComparison.Ordinal), instance, out var order));
            Assert.Equal(new OrderLeg(new OrderId(number)), order);
        }

        Assert.Equal(Uuid, UuidOf(Named));
    }

    private static OrderTerms Terms => new() { Asset = 0, IsBuy = true, Price = 43250.0m, Size = 0.1m };

    private static string Text(OrderTerms terms) => Encoding.UTF8.GetString(new TradeIntent
    {
        Nonce = 1_734_567_890_123,
        Wallet = Cryptography.Address.Parse("0x742d35Cc6634C0532925a3b8D489C8A4c40F8C7B"),
        Terms = terms,
        Cloid = Named,
    }.Write());

    private static string UuidOf(Cloid cloid)
    {
        Span<byte> utf8 = stackalloc byte[Cloid.UuidLength];
        cloid.FormatUuid(utf8);
        return Encoding.ASCII.GetString(utf8);
    }
}
