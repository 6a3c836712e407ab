using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>The perpetuals of a dex. An asset's number is that of the dex's first and its position in the universe.</summary>
internal static class PerpetualMarkets
{
    // Classification by ISO 10962: financial future on something else than the listed underlyings, settled in cash.
    private const string Cfi = "FFMCSX";

    public static IEnumerable<Asset> Read(DexReading dex, Func<int, Product> token)
    {
        var quote = token(dex.Contexts.Meta.CollateralToken);
        var volumes = dex.Contexts.DayVolumes;
        return dex.Contexts.Meta.Universe.Select((perpetual, position) => Read(
            perpetual,
            dex.FirstAsset + (uint)position,
            quote,
            // What a builder's perpetual is about is the builder's word: a coin, a share, anything.
            dex.Index == 0 ? Underlying(perpetual.Name).Id : null,
            position < volumes.Length ? volumes[position] : null));
    }

    /// <summary>What a perpetual is about: a leading k stands for a thousand units.</summary>
    public static Product Underlying(string coin)
    {
        var symbol = coin.Length > 1 && coin[0] == 'k' && char.IsAsciiLetterUpper(coin[1]) ? coin[1..] : coin;
        return SpotMarkets.Coin(symbol);
    }

    private static Asset Read(PerpetualMeta perpetual, uint id, Product quote, ProductId? underlying, decimal? volume)
    {
        var product = new Product(
            new ProductId($"{perpetual.Name}-USD {HyperliquidNames.Venue} Perpetual"),
            perpetual.Name,
            ProductClass.Perpetual,
            Cfi,
            underlying);
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
