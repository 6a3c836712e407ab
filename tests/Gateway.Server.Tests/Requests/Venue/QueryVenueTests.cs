using Gateway.Server.Tests.Harness;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Venue;

public sealed class QueryVenueTests
{
    private readonly TestQueries queries = new();

    [Fact]
    public async Task Passes_the_question_on_and_writes_the_answer_in_our_types()
    {
        queries.Reply = new QueryReply<object>.Answered(new { PlacedAt = TestVenue.Noon, LimitPrice = 1.50m, Side = Side.Buy });
        await using var gateway = await StartAsync();

        var response = await gateway.Connect().ResponseAsync("QueryVenue", """ "venue":"HYPERLIQUID","account":"DEFAULT","query":{"type":"x","dex":"y"} """);

        Assert.Equal((new AccountName("DEFAULT"), """{"type":"x","dex":"y"}"""), queries.Asked);
        Assert.Equal("""{"answer":{"placed_at":"2026-01-02T12:00:00.000000Z","limit_price":"1.5","side":"Buy"}}""", response.GetRawText());
    }

    [Fact]
    public async Task A_venue_may_have_no_answer()
    {
        queries.Reply = new QueryReply<object>.Answered(null);
        await using var gateway = await StartAsync();

        Assert.Equal("""{"answer":null}""", (await gateway.Connect().ResponseAsync("QueryVenue", """ "venue":"HYPERLIQUID","query":{"type":"x"} """)).GetRawText());
        Assert.Null(queries.Asked.Account);
    }

    [Theory]
    [InlineData(""" "venue":"ELSEWHERE","query":{"type":"x"} """, "UnknownVenue")]
    [InlineData(""" "venue":"HYPERLIQUID","account":"NOBODY","query":{"type":"x"} """, "UnknownAccount")]
    [InlineData(""" "venue":"HYPERLIQUID","account":"THIRD","query":{"type":"x"} """, "NotPermitted")]
    [InlineData(""" "venue":"HYPERLIQUID","account":"DEFAULT","query":"x" """, "InvalidRequest")]
    [InlineData(""" "venue":"HYPERLIQUID","account":"DEFAULT","query":{"type":"x"} """, "VenueUnavailable")]
    public async Task Is_refused_for_other_accounts_other_venues_and_when_the_venue_is_away(string fields, string code)
    {
        await using var gateway = await StartAsync();

        Assert.Equal(code, (await gateway.Connect().ErrorAsync("QueryVenue", fields)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_the_venue_does_not_take_is_an_invalid_query()
    {
        queries.Reply = new QueryReply<object>.Refused("must have one of the types x.");
        await using var gateway = await StartAsync();

        var error = await gateway.Connect().ErrorAsync("QueryVenue", """ "venue":"HYPERLIQUID","query":{} """);

        Assert.Equal(("InvalidRequest", "'query' must have one of the types x."), (error.GetProperty("code").GetString(), error.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_used_up_budget_says_when_to_try_again()
    {
        queries.Reply = new QueryReply<object>.TooEarly(TimeSpan.FromSeconds(1.5));
        await using var gateway = await StartAsync();

        var error = await gateway.Connect().ErrorAsync("QueryVenue", """ "venue":"HYPERLIQUID","query":{"type":"x"} """);

        Assert.Equal(("RateLimited", 1500), (error.GetProperty("code").GetString(), error.GetProperty("details").GetProperty("retry_after_ms").GetInt32()));
    }

    private Task<TestGateway> StartAsync() => TestGateway.StartAsync(new TestVenue("DEFAULT", "SECOND", "THIRD") { Queries = queries });
}
