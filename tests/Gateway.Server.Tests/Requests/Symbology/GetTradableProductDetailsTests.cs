using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Symbology;

public sealed class GetTradableProductDetailsTests
{
    [Fact]
    public async Task Answers_in_the_order_asked_with_null_for_unknown_ids()
    {
        await using var gateway = await TestGateway.StartAsync();

        var details = await gateway.Connect().ResponseAsync("GetTradableProductDetails", $$""" "tradable_product":["nothing","{{OrderFields.Btc}}"] """);

        Assert.Equal(
            """[null,{"id":"BTC-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT","display_name":"BTC-USD HYPERLIQUID Perpetual","base":"BTC-USD HYPERLIQUID Perpetual","quote":"USDC Crypto","route":"DIRECT","is_delisted":false,"quote_info":{"primary":true,"l2":true,"implied":false},"trade_info":{"venue":"HYPERLIQUID","trading_symbol":"BTC","base_increment":"0.00001","quote_increment":"0.1","price_significant_figures":5,"min_quantity":"0.00001","min_notional":"10","max_leverage":40,"flags":15}}]""",
            details.GetRawText());
    }
}
