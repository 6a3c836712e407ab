using System.Text.Json;
using Gateway.Server.Tests.Harness;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Symbology;

public sealed class QueryTradableProductIndexTests
{
    [Theory]
    [InlineData("\"All\"", "BTC,ETH,HYPE,UBTC,kBTC")]
    [InlineData("{\"type\":\"All\"}", "BTC,ETH,HYPE,UBTC,kBTC")]
    [InlineData("{\"type\":\"Base\",\"value\":\"BTC\"}", "BTC")]
    [InlineData("{\"type\":\"Base\",\"value\":\"BTC-USD HYPERLIQUID Perpetual\"}", "BTC")]
    [InlineData("{\"type\":\"Base\",\"value\":\"btc\"}", "")]
    [InlineData("{\"type\":\"Underlying\",\"value\":\"ETH Crypto\"}", "ETH")]
    [InlineData("{\"type\":\"Quote\",\"value\":\"USDC\"}", "BTC,ETH,HYPE,UBTC,kBTC")]
    [InlineData("{\"type\":\"Class\",\"value\":\"Coin\"}", "HYPE,UBTC,kBTC")]
    [InlineData("{\"type\":\"ExchangeSymbol\",\"value\":\"@HYPE\"}", "HYPE")]
    [InlineData("{\"type\":\"Not\",\"value\":\"Base(\\\"BTC\\\")\"}", "ETH,HYPE,UBTC,kBTC")]
    [InlineData("{\"type\":\"And\",\"value\":[]}", "BTC,ETH,HYPE,UBTC,kBTC")]
    [InlineData("{\"type\":\"Or\",\"value\":[]}", "")]
    [InlineData("{\"type\":\"Or\",\"value\":[{\"type\":\"Base\",\"value\":\"HYPE\"},{\"type\":\"Base\",\"value\":\"BTC\"}]}", "BTC,HYPE")]
    public async Task Finds_what_is_meant_sorted_by_id(string query, string symbols)
    {
        await using var gateway = await TestGateway.StartAsync();

        Assert.Equal(symbols, await FindAsync(gateway, query));
    }

    [Theory]
    [InlineData("{\"type\":\"On\",\"value\":\"2026-06-30T08:00:00Z\"}", "DATED")]
    [InlineData("{\"type\":\"On\",\"value\":\"2026-06-30T10:00:00+02:00\"}", "DATED")]
    [InlineData("{\"type\":\"On\",\"value\":\"2026-06-30T08:00:01Z\"}", "")]
    [InlineData("{\"type\":\"OnOrAfter\",\"value\":\"2026-06-30T08:00:00Z\"}", "DATED")]
    [InlineData("{\"type\":\"OnOrAfter\",\"value\":\"2026-06-30T08:00:01Z\"}", "")]
    [InlineData("{\"type\":\"OnOrBefore\",\"value\":\"2026-06-30T08:00:00Z\"}", "DATED")]
    [InlineData("{\"type\":\"OnOrBefore\",\"value\":\"2026-06-30T07:59:59Z\"}", "")]
    [InlineData("{\"type\":\"Between\",\"value\":[\"2026-01-01T00:00:00Z\",\"2026-06-30T08:00:00Z\"]}", "DATED")]
    [InlineData("{\"type\":\"Between\",\"value\":[\"2026-07-01T00:00:00Z\",\"2026-01-01T00:00:00Z\"]}", "")]
    public async Task Finds_what_expires_within_a_period_ends_included(string period, string symbols)
    {
        await using var gateway = await TestGateway.StartAsync();
        var dated = TestMarkets.Perpetual("DATED", 2, 1);
        gateway.Venue.Universe = TestMarkets.Of(
            TestMarkets.Btc, dated with { Base = dated.Base with { Class = ProductClass.Future, Expiration = new(2026, 6, 30, 8, 0, 0, TimeSpan.Zero) } });

        Assert.Equal(symbols, await FindAsync(gateway, $$"""{"type":"Expiration","value":{{period}}}"""));
    }

    [Theory]
    [InlineData("5", "must be")]
    [InlineData("[\"All\"]", "must be")]
    [InlineData("\"\"", "at column 1")]
    [InlineData("\"Base\"", "must have '(' at column 5")]
    [InlineData("{\"type\":\"Class\",\"value\":\"Perp\"}", "Perpetual")]
    [InlineData("{\"type\":\"And\",\"value\":\"All\"}", "must be an array")]
    [InlineData("{\"type\":\"Expiration\",\"value\":{\"type\":\"Between\",\"value\":[\"2026-01-01T00:00:00Z\"]}}", "two elements")]
    [InlineData("{\"type\":\"Market\",\"value\":\"x\"}", "ExchangeSymbol")]
    public async Task A_query_that_means_nothing_says_what_would(string query, string problem)
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect().ErrorAsync("QueryTradableProductIndex", $"\"query\":{query}");

        Assert.Equal("InvalidRequest", error.GetProperty("code").GetString());
        Assert.Contains(problem, error.GetProperty("details").GetProperty("query")[0].GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public async Task Queries_are_nested_at_most_32_deep_in_either_form(int nots, bool isAccepted)
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var query = "\"All\"";
        for (var i = 0; i < nots; i++)
            query = $$"""{"type":"Not","value":{{query}}}""";

        foreach (var form in new[] { query, $"\"{new string('!', nots)}All\"" })
        {
            var answer = await client.AskAsync("QueryTradableProductIndex", $"\"query\":{form}");
            Assert.Equal(isAccepted, answer.TryGetProperty("response", out _));
        }
    }

    private static async Task<string> FindAsync(TestGateway gateway, string query)
    {
        JsonElement found = await gateway.Connect().ResponseAsync("QueryTradableProductIndex", $"\"query\":{query}");
        return string.Join(',', found.EnumerateArray().Select(id => id.GetString()!.Split('-', ' ')[0]));
    }
}
