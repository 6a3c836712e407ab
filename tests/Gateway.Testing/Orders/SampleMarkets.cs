using Gateway.Venues;

namespace Gateway.Testing.Orders;

/// <summary>A venue's universe for tests: markets with few and many decimals, a delisted one and one that takes nothing fancy.</summary>
public static class SampleMarkets
{
    public static readonly VenueId Venue = new("FAKE");
    public static readonly RouteId Route = new("DIRECT");
    public static readonly AccountName Account = new("DEFAULT");

    private const MarketFlags Everything =
        MarketFlags.Tradable | MarketFlags.ReduceOnly | MarketFlags.PostOnly | MarketFlags.Triggers;

    private static readonly Product Usdc = new(new("USDC Crypto"), "USDC", ProductClass.Coin, "TTTXXX");

    public static Market Btc { get; } = Perpetual("BTC", sizeDecimals: 5) with { MaxNotional = new(100_000_000m) };

    public static Market Eth { get; } = Perpetual("ETH", sizeDecimals: 4);

    public static Market Pepe { get; } = Perpetual("kPEPE", sizeDecimals: 0);

    public static Market Gone { get; } = Perpetual("GONE", sizeDecimals: 1) with { IsDelisted = true, Flags = MarketFlags.None };

    public static Market Plainest { get; } = Perpetual("PLAIN", sizeDecimals: 2) with { Flags = MarketFlags.Tradable };

    public static Universe Universe { get; } = new(
        [Usdc, Btc.Base, Eth.Base, Pepe.Base, Gone.Base, Plainest.Base], [Btc, Eth, Pepe, Gone, Plainest]);

    /// <summary>What a unit is worth when nobody says otherwise.</summary>
    public static Price MarkOf(ProductId product) =>
        new(product == Btc.Base.Id ? 100_000m : product == Eth.Base.Id ? 4_000m : 1m);

    /// <summary>A buy on the default account.</summary>
    public static OrderIntent Buy(decimal price, decimal quantity, Market? market = null) =>
        new() { Account = Account, Market = market ?? Btc, Side = Side.Buy, Price = new(price), Quantity = new(quantity) };

    /// <summary>A perpetual with the price and lot grid that its number of size decimals implies.</summary>
    public static Market Perpetual(string symbol, int sizeDecimals)
    {
        var product = new Product(new($"{symbol}-USD FAKE Perpetual"), symbol, ProductClass.Perpetual, "FFCXXX");
        return new()
        {
            Id = MarketId.Of(product.Id, Usdc.Id, Venue, Route),
            Base = product,
            Quote = Usdc,
            Venue = Venue,
            Route = Route,
            TradingSymbol = symbol,
            DisplayName = $"{symbol}-USD perpetual",
            Prices = new(6 - sizeDecimals, significantFigures: 5),
            Lots = new(Enumerable.Range(0, sizeDecimals).Aggregate(1m, (lot, _) => lot / 10)),
            MinNotional = new(10),
            Flags = Everything,
        };
    }
}
