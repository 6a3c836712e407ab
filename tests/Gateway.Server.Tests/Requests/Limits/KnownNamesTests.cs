using Gateway.Server.Tests.Harness;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Limits;

public sealed class KnownNamesTests
{
    [Theory]
    [InlineData("Venue", "NOWHERE", "UnknownVenue")]
    [InlineData("Route", "NOWAY", "UnknownRoute")]
    [InlineData("Product", "BTC", "UnknownProduct")]
    [InlineData("TradableProduct", "BTC", "UnknownTradableProduct")]
    public async Task A_scope_that_names_nothing_is_told_so(string scope, string name, string code)
    {
        await using var gateway = await TestGateway.StartAsync();

        foreach (var list in new[] { "ListOpen", "ListFills" })
        {
            var error = await gateway.Connect().ErrorAsync(list, $$$""" "scope":{"type":"{{{scope}}}","value":"{{{name}}}"},"set":"Firm" """);
            Assert.Equal(code, error.GetProperty("code").GetString());
            Assert.Contains($" {name}", error.GetProperty("message").GetString()!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_set_that_names_no_account_is_told_so()
    {
        await using var gateway = await TestGateway.StartAsync();

        foreach (var list in new[] { "ListOpen", "ListFills" })
        {
            var error = await gateway.Connect().ErrorAsync(list, """ "scope":"Global","set":{"type":"Account","value":"NOBODY"} """);
            Assert.Equal("UnknownAccount", error.GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task A_trader_or_a_desk_that_is_configured_no_longer_is_listed_all_the_same()
    {
        await using var gateway = await TestGateway.StartAsync();

        foreach (var set in new[] { "Trader", "Desk" })
            Assert.Equal(0, (await gateway.Connect().ResponseAsync("ListOpen", $$$""" "scope":"Global","set":{"type":"{{{set}}}","value":"gone"} """)).GetArrayLength());
    }

    [Fact]
    public async Task While_the_venue_has_not_told_what_it_trades_nothing_is_unknown()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Venue.Universe = Universe.Empty;

        var open = await gateway.Connect().ResponseAsync("ListOpen", """ "scope":{"type":"Product","value":"BTC"},"set":"Firm" """);

        Assert.Equal(0, open.GetArrayLength());
    }
}
