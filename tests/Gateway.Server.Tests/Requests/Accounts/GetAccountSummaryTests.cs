using Gateway.Server.Tests.Harness;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Accounts;

public sealed class GetAccountSummaryTests
{
    private readonly TestQueries queries = new();

    [Fact]
    public async Task Tells_how_an_account_stands()
    {
        queries.Summary = new QueryReply<AccountSummary>.Answered(new(
            new("DEFAULT"),
            AccountMode.PortfolioMargin,
            Equity: 894.08996004m,
            MarginUsed: 140.5m,
            Available: 753.50m,
            [new(Dex: null, "USDC", Price: 1, 894.08996004m, 140.5m, 753.5m)],
            [new(TestMarkets.Btc.Id, "BTC", -0.5m, 100m, 50m, -1.25m, LiquidationPrice: null, 5m, 10m, IsIsolated: false)],
            [new(new("USDC Crypto"), "USDC", 894.08996004m, 140.5m, Value: null)],
            TestVenue.Noon));
        await using var gateway = await StartAsync();

        var summary = await gateway.Connect().ResponseAsync("GetAccountSummary", "\"account\":\"DEFAULT\"");

        Assert.Equal(
            $$"""{"account":"DEFAULT","mode":"PortfolioMargin","equity":"894.08996004","margin_used":"140.5","available":"753.5","pools":[{"dex":null,"collateral":"USDC","price":"1","equity":"894.08996004","margin_used":"140.5","available":"753.5"}],"positions":[{"market":"{{TestMarkets.Btc.Id}}","symbol":"BTC","quantity":"-0.5","entry_price":"100","value":"50","unrealized_pnl":"-1.25","liquidation_price":null,"margin_used":"5","leverage":"10","is_isolated":false}],"balances":[{"product":"USDC Crypto","symbol":"USDC","total":"894.08996004","held":"140.5","value":null}],"time":"2026-01-02T12:00:00.000000Z"}""",
            summary.GetRawText());
    }

    [Theory]
    [InlineData("NOBODY", "UnknownAccount")]
    [InlineData("THIRD", "NotPermitted")]
    [InlineData("DEFAULT", "VenueUnavailable")]
    public async Task Is_refused_for_other_accounts_and_when_the_venue_is_away(string account, string code)
    {
        await using var gateway = await StartAsync();

        var error = await gateway.Connect().ErrorAsync("GetAccountSummary", $"\"account\":\"{account}\"");

        Assert.Equal(code, error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_venue_that_takes_no_questions_does_not_support_it()
    {
        await using var gateway = await TestGateway.StartAsync();

        Assert.Equal("NotSupported", (await gateway.Connect().ErrorAsync("GetAccountSummary", "\"account\":\"DEFAULT\"")).GetProperty("code").GetString());
    }

    private Task<TestGateway> StartAsync() => TestGateway.StartAsync(new TestVenue("DEFAULT", "SECOND", "THIRD") { Queries = queries });
}
