using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Intents;

public sealed class TradeIntentTests
{
    private const string Key = "customer-key";
    private const string Wallet = "0x00000000000000000000000000000000000000ee";
    private const string Uuid = "a3b5b1e0-3e7a-4b6c-9c35-cc8f7a0f7c01";
    private readonly TestVenue venue = new();
    private readonly Trader trader;

    public TradeIntentTests()
    {
        trader = venue.Trader(1);
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse($$"""{"address":"{{trader.Address}}","agents":[{"address":"{{Wallet}}","name":"managed"}]}"""));
        venue.Admin("POST", "/sim/apikeys", JsonNode.Parse($$"""{"apiKey":"{{Key}}","agentWallet":"{{Wallet}}"}"""));
    }

    [Fact]
    public void Places_for_the_account_behind_the_wallet()
    {
        var (status, reply) = Post(Intent(venue.Now));
        Assert.Equal(200, status);
        Assert.Equal(Wallet, (string?)reply["signer"]);
        Assert.Matches("^0x[0-9a-f]{64}$", (string?)reply["intent_hash"]);
        Assert.True(Guid.TryParseExact((string?)reply["agg_order_id"], "D", out _));
        var resting = reply["hl_response"]!["response"]!["data"]!["statuses"]![0]!["resting"]!;
        Assert.Equal("0xa3b5b1e03e7a4b6c9c35cc8f7a0f7c01", (string?)resting["cloid"]);
        var open = venue.Info($$"""{"type":"openOrders","user":"{{trader.Address}}"}""")!.AsArray().Single()!;
        Assert.Equal((long)resting["oid"]!, (long)open["oid"]!);
    }

    [Fact]
    public void Tells_what_the_venue_refuses_inside_a_success()
    {
        Post(Intent(venue.Now));
        var (status, reply) = Post(Intent(venue.Now));
        Assert.Equal((200, $"Invalid nonce: duplicate nonce {venue.Now}"), (status, (string?)reply["hl_response"]!["response"]));
        (status, reply) = Post(Intent(venue.Now + 1, size: "0.00001").Replace("a3b5", "b3b5", StringComparison.Ordinal));
        Assert.Equal(
            (200, "Order must have minimum value of $10. asset=0"),
            (status, (string?)reply["hl_response"]!["response"]!["data"]!["statuses"]![0]!["error"]));
    }

    [Fact]
    public void Does_not_place_with_a_wallet_that_was_not_approved()
    {
        const string unapproved = "0x00000000000000000000000000000000000000ef";
        venue.Admin("POST", "/sim/apikeys", JsonNode.Parse($$"""{"apiKey":"{{Key}}","agentWallet":"{{unapproved}}"}"""));
        var (_, reply) = Post(Intent(venue.Now, wallet: unapproved));
        Assert.Equal($"User or API Wallet {unapproved} does not exist.", (string?)reply["hl_response"]!["response"]);
    }

    [Theory]
    [InlineData(null, 401, 1001)]
    [InlineData("wrong", 401, 1001)]
    public void Wants_a_key(string? key, int status, int code)
    {
        var (actual, reply) = Post(Intent(venue.Now), key);
        Assert.Equal((status, "Invalid API key", code), (actual, (string?)reply["error"], (int)reply["code"]!));
        Assert.Empty(reply["details"]!.AsObject());
    }

    [Theory]
    [InlineData("\"type\":\"order\"", "\"type\":\"cancel\"", 400, 1002)]
    [InlineData(Uuid, "0xa3b5b1e03e7a4b6c9c35cc8f7a0f7c01", 400, 1002)]
    [InlineData("\"b\":true,", "", 400, 1002)]
    [InlineData(Wallet, "0x00000000000000000000000000000000000000ef", 403, 1003)]
    public void Has_errors_of_its_own(string part, string other, int status, int code)
    {
        var (actual, reply) = Post(Intent(venue.Now).Replace(part, other, StringComparison.Ordinal));
        Assert.Equal((status, code), (actual, (int)reply["code"]!));
        Assert.Empty(venue.State(trader.Address)["orders"]!.AsArray());
    }

    private static string Intent(long nonce, string size = "0.1", string wallet = Wallet) =>
        $$$"""{"nonce":{{{nonce}}},"hl_agent_wallet":"{{{wallet}}}","hl_action":{"type":"order","orders":[{"a":0,"b":true,"p":"90000.0","s":"{{{size}}}","r":false,"t":{"limit":{"tif":"Gtc"}},"cloid":"{{{Uuid}}}"}]}}""";

    private (int Status, JsonNode Reply) Post(string body, string? key = Key)
    {
        var reply = venue.Simulation.AnswerIntent(body, key).Reply!;
        return (reply.Status, JsonNode.Parse(reply.Body)!);
    }
}
