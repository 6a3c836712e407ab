using Gateway.Venues;

namespace Gateway.Server.Tests.Harness;

/// <summary>A small universe.</summary>
internal static class TestMarkets
{
    private static readonly Product Usdc = new(new("USDC Crypto"), "USDC", ProductClass.Coin, "TMXXXX");

    public static Market Btc { get; } = Perpetual("BTC", lotDecimals: 5, volume: 900);

    public static Market Eth { get; } = Perpetual("ETH", lotDecimals: 4, volume: 500);

    public static Market UBtc { get; } = Spot("UBTC", volume: 90);

    public static Market Hype { get; } = Spot("HYPE", volume: 100);

    public static Universe Universe { get; } = Of(Btc, Eth, UBtc, Hype, Spot("kBTC", volume: 95));

    public static Universe Of(params Market[] markets) =>
        new([.. markets.SelectMany(market => new[] { market.Base, market.Quote }).DistinctBy(product => product.Id)], [.. markets]);

    public static Market Perpetual(string coin, int lotDecimals, decimal volume)
    {
        var product = new Product(new($"{coin}-USD HYPERLIQUID Perpetual"), coin, ProductClass.Perpetual, "JEXXXX", new($"{coin} Crypto"));
        return Trading(product, coin, lotDecimals, 6 - lotDecimals, volume) with { MaxLeverage = 40 };
    }

    public static Market Spot(string coin, decimal volume) =>
        Trading(new(new($"{coin} Crypto"), coin, ProductClass.Coin, "TMXXXX"), $"@{coin}", lotDecimals: 2, priceDecimals: 6, volume);

    private static Market Trading(Product product, string symbol, int lotDecimals, int priceDecimals, decimal volume) => new()
    {
        Id = MarketId.Of(product.Id, Usdc.Id, new("HYPERLIQUID"), new("DIRECT")),
        Base = product,
        Quote = Usdc,
        Venue = new("HYPERLIQUID"),
        Route = new("DIRECT"),
        TradingSymbol = symbol,
        DisplayName = product.Id.Value,
        Prices = new(priceDecimals, 5),
        Lots = new((decimal)Math.Pow(10, -lotDecimals)),
        MinNotional = new(10),
        Flags = MarketFlags.Tradable | MarketFlags.ReduceOnly | MarketFlags.PostOnly | MarketFlags.Triggers,
        DayVolume = volume,
    };
}
