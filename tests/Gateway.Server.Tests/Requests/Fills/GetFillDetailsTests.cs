using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Fills;

public sealed class GetFillDetailsTests
{
    [Fact]
    public async Task Tells_all_of_a_fill_and_null_for_what_is_unknown_or_not_visible()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        await ListFillsTests.TradeAsync(gateway, client);

        var details = await client.ResponseAsync("GetFillDetails", """ "fill_ids":["DEFAULT:a","nothing","DEFAULT:c"] """);

        Assert.Equal(4, details[0].GetProperty("warnings").GetInt32());
        Assert.Equal("null", details[1].GetRawText());
        Assert.Equal(
            """{"fill_id":"DEFAULT:c","id":1,"kind":"Normal","dir":"Buy","price":"49999","quantity":"0.01","target":"BTC-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT","account":"DEFAULT","exchange_fill_id":"c","exchange_order_id":"x1","fee":"0.45","fee_product":"USDC Crypto","liquidity":"Taker","trade_time":"2026-01-02T12:03:00.000000Z","recv_time":"2026-01-02T12:03:00.000000Z","warnings":0,"raw":null}""",
            details[2].GetRawText());
        Assert.Equal("[null]", (await gateway.Connect("bob").ResponseAsync("GetFillDetails", """ "fill_ids":["DEFAULT:a"] """)).GetRawText());
    }
}
