using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Symbology;

public sealed class GetProductDetailsTests
{
    [Fact]
    public async Task Says_what_each_product_is_with_null_for_unknown_ids()
    {
        await using var gateway = await TestGateway.StartAsync();

        var details = await gateway.Connect().ResponseAsync(
            "GetProductDetails", """ "product":["BTC-USD HYPERLIQUID Perpetual","BTC","USDC Crypto"] """);

        Assert.Equal(
            """[{"id":"BTC-USD HYPERLIQUID Perpetual","name":"BTC-USD HYPERLIQUID Perpetual","class":"Perpetual","cficode":"JEXXXX","price_in_limit_dollars":"100000","underlying":"BTC Crypto"},null,{"id":"USDC Crypto","name":"USDC Crypto","class":"Coin","cficode":"TMXXXX","price_in_limit_dollars":null,"underlying":null}]""",
            details.GetRawText());
    }

    [Fact]
    public async Task A_pinned_price_counts_instead_of_the_mark()
    {
        await using var gateway = await TestGateway.StartAsync(
            null, ("Limits:PinnedPrices:0:Product", "HYPE Crypto"), ("Limits:PinnedPrices:0:Dollars", "0.2"));

        var details = await gateway.Connect().ResponseAsync("GetProductDetails", """ "product":["HYPE Crypto"] """);

        Assert.Equal("0.2", details[0].GetProperty("price_in_limit_dollars").GetString());
    }
}
