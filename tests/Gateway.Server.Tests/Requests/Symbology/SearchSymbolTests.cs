using System.Text.Json;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Symbology;

public sealed class SearchSymbolTests
{
    [Fact]
    public async Task Beginnings_come_before_word_starts_before_anywhere_and_volume_decides_among_equals()
    {
        await using var gateway = await TestGateway.StartAsync();

        var found = await FindAsync(gateway, "btc", "Product");

        Assert.Equal(
            ["3 BTC-USD HYPERLIQUID Perpetual", "1 kBTC Crypto", "1 UBTC Crypto"],
            found.GetProperty("product").EnumerateArray().Select(match => $"{match[0]} {match[1]}"));
    }

    [Theory]
    [InlineData("PERP eth", "ETH-USD HYPERLIQUID Perpetual")]
    [InlineData("hype   crypto", "HYPE Crypto")]
    [InlineData("USD hyperliquid", "BTC-USD HYPERLIQUID Perpetual,ETH-USD HYPERLIQUID Perpetual")]
    [InlineData("btc nothing", "")]
    public async Task Every_word_must_match_in_any_case(string pattern, string products)
    {
        await using var gateway = await TestGateway.StartAsync();

        var found = await FindAsync(gateway, pattern, "Product");

        Assert.Equal(products, string.Join(',', found.GetProperty("product").EnumerateArray().Select(match => match[1].GetString())));
    }

    [Fact]
    public async Task Lists_outside_the_scope_are_empty_and_pairs_are_pairs()
    {
        await using var gateway = await TestGateway.StartAsync();

        var found = await FindAsync(gateway, "hype", "Pair");

        Assert.Equal("""["HYPE Crypto","USDC Crypto"]""", found.GetProperty("pair")[0][1].GetRawText());
        foreach (var list in new[] { "product", "route", "tradable_product", "venue" })
            Assert.Equal(0, found.GetProperty(list).GetArrayLength());
    }

    [Fact]
    public async Task An_empty_pattern_lists_all_by_name_up_to_the_limit_per_list()
    {
        await using var gateway = await TestGateway.StartAsync();

        var found = await FindAsync(gateway, "", "All", limit: 2);

        Assert.Equal(
            ["BTC-USD HYPERLIQUID Perpetual", "ETH-USD HYPERLIQUID Perpetual"],
            found.GetProperty("product").EnumerateArray().Select(match => match[1].GetString()));
        Assert.Equal("""[[0,"HYPERLIQUID"]]""", found.GetProperty("venue").GetRawText());
        Assert.Equal("""[[0,"DIRECT"]]""", found.GetProperty("route").GetRawText());
        Assert.Equal(2, found.GetProperty("tradable_product").GetArrayLength());
    }

    [Fact]
    public async Task A_new_snapshot_of_the_venue_is_seen_at_once()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Venue.Universe = TestMarkets.Of(TestMarkets.Spot("NEW", 1));

        Assert.Equal("NEW Crypto", (await FindAsync(gateway, "new", "Product")).GetProperty("product")[0][1].GetString());
        Assert.Equal(0, (await FindAsync(gateway, "btc", "Product")).GetProperty("product").GetArrayLength());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("\"5\"")]
    [InlineData("1.5")]
    public async Task The_limit_is_within_1_and_1000(string limit)
    {
        await using var gateway = await TestGateway.StartAsync();

        var error = await gateway.Connect().ErrorAsync("SearchSymbol", $"\"pat\":\"x\",\"scope\":\"Everything\",\"limit\":{limit}");

        Assert.Equal(["limit", "scope"], error.GetProperty("details").EnumerateObject().Select(field => field.Name).Order());
    }

    private static Task<JsonElement> FindAsync(TestGateway gateway, string pattern, string scope, int limit = 10) =>
        gateway.Connect().ResponseAsync("SearchSymbol", $$""" "pat":"{{pattern}}","scope":"{{scope}}","limit":{{limit}} """);
}
