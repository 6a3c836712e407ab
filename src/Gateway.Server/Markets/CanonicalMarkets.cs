using System.Collections.Frozen;
using Gateway.Venues;

namespace Gateway.Server.Markets;

/// <summary>The market to look at when a product is named and nothing else: its most traded against dollars.</summary>
internal sealed class CanonicalMarkets
{
    // What the protocol counts as dollars, by bare symbol.
    private static readonly FrozenSet<string> Dollars = FrozenSet.Create(StringComparer.Ordinal, "USD", "USDC", "USDT");

    private readonly FrozenDictionary<ProductId, MarketId> byProduct;

    /// <summary>
    /// Chooses among markets that come in the order of their venues: the first venue that has any decides. Of one book that several
    /// routes lead to, it is the market by the venue's first route.
    /// </summary>
    public CanonicalMarkets(IEnumerable<(IReadOnlyList<RouteId> Routes, IReadOnlyList<Market> Markets)> byVenue) => byProduct = byVenue
        .SelectMany(venue => venue.Markets
            .Where(market => !market.IsDelisted && Dollars.Contains(market.Quote.Symbol))
            .OrderByDescending(market => market.DayVolume ?? 0)
            .ThenBy(market => venue.Routes.Index().First(route => route.Item == market.Route).Index)
            .ThenBy(market => market.Id.Value, StringComparer.Ordinal))
        .DistinctBy(market => market.Base.Id)
        .ToFrozenDictionary(market => market.Base.Id, market => market.Id);

    /// <summary>The market of that product, or null.</summary>
    public MarketId? Find(ProductId product) => byProduct.TryGetValue(product, out var market) ? market : null;
}
