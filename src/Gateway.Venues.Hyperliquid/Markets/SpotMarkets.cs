using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>The spot pairs, named by their tokens. An asset's number is 10000 and the pair's index.</summary>
internal static class SpotMarkets
{
    private const uint FirstAsset = 10_000;

    // Classification by ISO 10962: other referential instrument.
    private const string Cfi = "TMXXXX";

    public static Product Coin(string symbol) => new(new ProductId($"{symbol} Crypto"), symbol, ProductClass.Coin, Cfi);

    public static IEnumerable<Asset> Read(SpotContexts contexts, IReadOnlyDictionary<int, (TokenMeta Meta, Product Product)> tokens)
    {
        foreach (var pair in contexts.Meta.Pairs.OrderBy(pair => pair.Index))
        {
            // A pair of a token that spotMeta does not describe cannot be priced or sized.
            if (tokens.TryGetValue(pair.BaseToken, out var baseToken) && tokens.TryGetValue(pair.QuoteToken, out var quoteToken))
                yield return Read(pair, baseToken.Meta, baseToken.Product, quoteToken.Product, contexts.DayVolumes.GetValueOrDefault(pair.Name));
        }
    }

    private static Asset Read(PairMeta pair, TokenMeta token, Product product, Product quote, decimal? volume) =>
        new(FirstAsset + (uint)pair.Index, pair.Name, new Market
        {
            Id = MarketId.Of(product.Id, quote.Id, HyperliquidNames.Venue, HyperliquidNames.Direct),
            Base = product,
            Quote = quote,
            Venue = HyperliquidNames.Venue,
            Route = HyperliquidNames.Direct,
            TradingSymbol = pair.Name,
            DisplayName = $"{product.Symbol}/{quote.Symbol}",
            Prices = Grids.Prices(Grids.SpotDecimals, token.SizeDecimals),
            Lots = Grids.Lots(token.SizeDecimals),
            MinNotional = new Notional(10),
            Flags = MarketFlags.Tradable | MarketFlags.PostOnly,
            DayVolume = volume,
        });
}
