using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>The perpetuals of the venue's own dex. An asset's number is its position in the universe.</summary>
internal static class PerpetualMarkets
{
    // Classification by ISO 10962: financial future on something else than the listed underlyings, settled in cash.
    private const string Cfi = "FFMCSX";

    public static IEnumerable<Asset> Read(PerpetualContexts contexts, Func<int, Product> token)
    {
        var quote = token(contexts.Meta.CollateralToken);
        return contexts.Meta.Universe.Select((perpetual, position) =>
            Read(perpetual, (uint)position, quote, position < contexts.DayVolumes.Length ? contexts.DayVolumes[position] : null));
    }

    /// <summary>What a perpetual is about: a leading k stands for a thousand units.</summary>
    public static Product Underlying(string coin)
    {
        var symbol = coin.Length > 1 && coin[0] == 'k' && char.IsAsciiLetterUpper(coin[1]) ? coin[1..] : coin;
        return SpotMarkets.Coin(symbol);
    }

    private static Asset Read(PerpetualMeta perpetual, uint id, Product quote, decimal? volume)
    {
        var product = new Product(
            new ProductId($"{perpetual.Name}-USD {HyperliquidNames.Venue} Perpetual"),
            perpetual.Name,
            ProductClass.Perpetual,
            Cfi,
            Underlying(perpetual.Name).Id);
        var flags = MarketFlags.ReduceOnly | MarketFlags.PostOnly | MarketFlags.Triggers;
        if (!perpetual.IsDelisted)
            flags |= MarketFlags.Tradable;
        if (perpetual.IsolatedOnly)
            flags |= MarketFlags.IsolatedMarginOnly;
        return new Asset(id, perpetual.Name, new Market
        {
            Id = MarketId.Of(product.Id, quote.Id, HyperliquidNames.Venue, HyperliquidNames.Direct),
            Base = product,
            Quote = quote,
            Venue = HyperliquidNames.Venue,
            Route = HyperliquidNames.Direct,
            TradingSymbol = perpetual.Name,
            DisplayName = $"{perpetual.Name}-USD perpetual",
            Prices = Grids.Prices(Grids.PerpetualDecimals, perpetual.SizeDecimals),
            Lots = Grids.Lots(perpetual.SizeDecimals),
            MinNotional = new Notional(10),
            MaxNotional = OrderValueCap.Of(perpetual.MaxLeverage),
            MaxLeverage = perpetual.MaxLeverage,
            Flags = flags,
            IsDelisted = perpetual.IsDelisted,
            DayVolume = volume,
        });
    }
}
