using Gateway.Venues.Hyperliquid.Routes.HyperEth;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Tests.Routes.HyperEth;

public sealed class IntentReplyTests
{
    // The answer as it is documented.
    private const string Documented = """
        {"agg_order_id":"a3b5b1e0-3e7a-4b6c-9c35-cc8f7a0f7c01",
         "intent_hash":"0x7f0f2c1ad3e8b9a5c7d4e2f1b8c9d0e3a6b7c8d9e0f1a2b3c4d5e6f7a8b9c1ad",
         "signer":"0x742d35Cc6634C0532925a3b8D489C8A4c40F8C7B",
         "hl_response":{"status":"ok","response":{"type":"order","data":{"statuses":[{"resting":{"oid":123456789}}]}}}}
        """;

    [Fact]
    public void The_documented_answer_is_read_whole()
    {
        var reply = IntentReply.Read(200, Documented);

        Assert.Equal("a3b5b1e0-3e7a-4b6c-9c35-cc8f7a0f7c01", reply.AggregatorOrderId);
        Assert.Equal("0x7f0f2c1ad3e8b9a5c7d4e2f1b8c9d0e3a6b7c8d9e0f1a2b3c4d5e6f7a8b9c1ad", reply.IntentHash);
        Assert.Equal("0x742d35Cc6634C0532925a3b8D489C8A4c40F8C7B", reply.Signer);
        Assert.Equal(new ItemStatus.Resting(123_456_789), Assert.Single(Assert.IsType<PostReply.Executed>(reply.Outcome).Statuses));
    }

    [Fact]
    public void The_documented_error_is_a_refusal_in_its_own_words() => Assert.Equal(
        new PostReply.Refused("Invalid API key (code 1001)"),
        IntentReply.Read(401, """{"error":"Invalid API key","code":1001,"details":{}}""").Outcome);

    [Fact]
    public void Its_details_are_told_as_they_came() => Assert.Equal(
        new PostReply.Refused("""Invalid request (code 1002): {"reason": "`p` is no number"}"""),
        IntentReply.Read(400, """{"error":"Invalid request","code":1002,"details":{"reason": "`p` is no number"}}""").Outcome);

    [Fact]
    public void What_the_venue_refuses_is_told_in_the_venues_words() => Assert.Equal(
        new PostReply.Refused("Must deposit before performing actions."),
        IntentReply.Read(200, """{"agg_order_id":"x","hl_response":{"status":"err","response":"Must deposit before performing actions."}}""").Outcome);

    [Theory]
    [InlineData(500, """{"error":"Internal error","code":2001,"details":{}}""")]
    [InlineData(502, "<html>Bad Gateway</html>")]
    [InlineData(504, "")]
    [InlineData(307, "")]
    [InlineData(404, "<html>Not Found</html>")]
    [InlineData(408, """{"error":"Request timeout","code":1008,"details":{}}""")]
    [InlineData(409, """{"error":"Conflict","code":1009,"details":{}}""")]
    [InlineData(400, """{"error":"Nonce already used","code":1010,"details":{}}""")]
    [InlineData(400, """{"error":"Duplicate cloid","code":1011,"details":{}}""")]
    [InlineData(400, """{"code":1011}""")]
    [InlineData(200, """{"error":"Invalid API key","code":1001,"details":{}}""")]
    [InlineData(200, """{"agg_order_id":"x","intent_hash":"0x1","signer":"0x2"}""")]
    [InlineData(200, """{"agg_order_id":"x","hl_response":{"status":"err","response":"Invalid nonce: duplicate nonce 1"}}""")]
    [InlineData(200, """{"agg_order_id":"x","hl_response":null}""")]
    [InlineData(200, """{"agg_order_id":"x","hl_response":{"sta""")]
    [InlineData(200, "[]")]
    public void Whatever_proves_nothing_leaves_the_outcome_unclear(int status, string body) =>
        Assert.IsType<PostReply.Unclear>(IntentReply.Read(status, body).Outcome);
}
