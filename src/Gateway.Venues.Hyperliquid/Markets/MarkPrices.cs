using System.Collections.Frozen;

namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>
/// What products are worth in dollars, as a reading of the contexts says: a perpetual by its mark; a coin by the pair that
/// trades it against a dollar, the most traded one where there are several.
/// </summary>
internal static class MarkPrices
{
    public static FrozenDictionary<ProductId, Mark> Read(MarketMap map, MarketReading reading)
    {
        var marks = new Dictionary<ProductId, Mark>();
        foreach (var dex in reading.Dexes)
        {
            foreach (var (perpetual, price) in dex.Contexts.Meta.Universe.Zip(dex.Contexts.Marks))
            {
                if (price is > 0 and { } mark && map.Find(perpetual.Name) is { } asset)
                    marks.TryAdd(asset.Market.Base.Id, new(new(mark), dex.MarksAt));
            }
        }

        var pairs = reading.Spot.Marks
            .Select(mark => (Asset: map.Find(mark.Key), Price: mark.Value))
            .Where(pair => pair.Asset is not null && pair.Price > 0 && IsDollar(pair.Asset.Market.Quote))
            .OrderByDescending(pair => pair.Asset!.Market.DayVolume ?? 0)
            .ThenBy(pair => pair.Asset!.Id);
        foreach (var (asset, price) in pairs)
            marks.TryAdd(asset!.Market.Base.Id, new(new(price!.Value), reading.SpotAt));
        return marks.ToFrozenDictionary();
    }

    private static bool IsDollar(Product product) => product.Symbol.StartsWith("USD", StringComparison.Ordinal);
}
