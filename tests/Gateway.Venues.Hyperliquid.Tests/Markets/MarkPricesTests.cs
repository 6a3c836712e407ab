using Gateway.Venues.Hyperliquid.Markets;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Tests.Markets;

public sealed class MarkPricesTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void A_perpetual_is_worth_its_mark_and_a_coin_its_price_in_dollars()
    {
        var perpetuals = PerpetualContexts.Read(TestData.Json("""
            [{"universe":[{"name":"BTC","szDecimals":5,"maxLeverage":40},{"name":"ETH","szDecimals":4,"maxLeverage":25},{"name":"NEW","szDecimals":4,"maxLeverage":25}]},
             [{"markPx":"100000.5","midPx":"100001"},{"markPx":null,"midPx":"4000"},{"markPx":null,"midPx":null}]]
            """));
        var spot = SpotContexts.Read(TestData.Json("""
            [{"tokens":[{"name":"USDC","index":0,"szDecimals":8,"weiDecimals":8},{"name":"HYPE","index":1,"szDecimals":2,"weiDecimals":8},{"name":"USDH","index":2,"szDecimals":2,"weiDecimals":8}],
              "universe":[{"name":"@107","index":107,"tokens":[1,0]},{"name":"@232","index":232,"tokens":[1,2]}]},
             [{"coin":"@232","markPx":"39","dayNtlVlm":"5"},{"coin":"@107","markPx":"40.1","dayNtlVlm":"900"},{"coin":"@999","markPx":"1"}]]
            """));
        var reading = new MarketReading([new(Index: 0, Name: "", perpetuals, Time)], spot, Time);
        var map = MarketMap.Empty.Next(reading.Dexes, spot);

        var marks = MarkPrices.Read(map, reading);

        Assert.Equal(
            [("BTC-USD HYPERLIQUID Perpetual", 100000.5m), ("ETH-USD HYPERLIQUID Perpetual", 4000m), ("HYPE Crypto", 40.1m)],
            marks.Select(mark => (mark.Key.Value, mark.Value.Price.Value)).OrderBy(mark => mark.Item1, StringComparer.Ordinal));
        Assert.All(marks.Values, mark => Assert.Equal(Time, mark.Time));
    }
}
