using Gateway.Server.Tests.Harness;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Symbology;

public sealed class GetCanonicalTradableProductTests
{
    private static readonly Product Tether = new(new("USDT Crypto"), "USDT", ProductClass.Coin, "TMXXXX");
    private static readonly Product Euro = new(new("EUR Fiat"), "EUR", ProductClass.Fiat, "MCXXXX");

    [Fact]
    public async Task Answers_aligned_with_null_where_nothing_trades_it_against_dollars()
    {
        await using var gateway = await TestGateway.StartAsync();

        var markets = await gateway.Connect().ResponseAsync(
            "GetCanonicalTradableProduct", """ "product":["USDC Crypto","HYPE Crypto","nothing","BTC-USD HYPERLIQUID Perpetual"] """);

        Assert.Equal(
            """[null,"HYPE Crypto/USDC Crypto*HYPERLIQUID/DIRECT",null,"BTC-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT"]""",
            markets.GetRawText());
    }

    [Theory]
    [InlineData(1, 2, "USDT Crypto")]
    [InlineData(2, 1, "USDC Crypto")]
    [InlineData(1, 1, "USDC Crypto")]
    public async Task The_most_traded_against_dollars_wins_then_the_name(int usdc, int usdt, string quote)
    {
        var market = TestMarkets.Spot("NEW", usdc);
        await using var gateway = await TestGateway.StartAsync();
        gateway.Venue.Universe = TestMarkets.Of(
            market, Against(market, Tether, usdt), Against(market, Euro, 1000));

        Assert.Equal($"NEW Crypto/{quote}*HYPERLIQUID/DIRECT", await CanonicalAsync(gateway));
    }

    [Theory]
    [InlineData("DIRECT", "AGGREGATOR")]
    [InlineData("DIRECT", "HYPERETH")]
    [InlineData("HYPERETH", "DIRECT")]
    public async Task Of_one_book_it_is_the_market_by_the_venues_first_route(string first, string second)
    {
        var market = TestMarkets.Spot("NEW", 10);
        await using var gateway = await TestGateway.StartAsync(new TestVenue("DEFAULT", "SECOND", "THIRD") { Routes = [new(first), new(second)] });
        gateway.Venue.Universe = TestMarkets.Of(By(market, second), By(market, first), By(Against(market, Tether, 9), first));

        Assert.Equal($"NEW Crypto/USDC Crypto*HYPERLIQUID/{first}", await CanonicalAsync(gateway));
    }

    [Fact]
    public async Task A_delisted_market_is_none()
    {
        var market = TestMarkets.Spot("NEW", 10);
        await using var gateway = await TestGateway.StartAsync();
        gateway.Venue.Universe = TestMarkets.Of(market with { IsDelisted = true }, Against(market, Tether, 1));

        Assert.Equal("NEW Crypto/USDT Crypto*HYPERLIQUID/DIRECT", await CanonicalAsync(gateway));
    }

    private static Market By(Market market, string route) =>
        market with { Id = MarketId.Of(market.Base.Id, market.Quote.Id, market.Venue, new(route)), Route = new(route) };

    private static Market Against(Market market, Product quote, decimal volume) => market with
    {
        Id = MarketId.Of(market.Base.Id, quote.Id, market.Venue, market.Route),
        Quote = quote,
        DayVolume = volume,
    };

    private static async Task<string?> CanonicalAsync(TestGateway gateway) =>
        (await gateway.Connect().ResponseAsync("GetCanonicalTradableProduct", """ "product":["NEW Crypto"] """))[0].GetString();
}
