using System.Collections.Frozen;
using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Server.Markets;

/// <summary>The markets of one snapshot by what they can be asked for, built once so that a query only joins sets.</summary>
internal sealed class QueryIndex
{
    private readonly FrozenDictionary<(MarketAttribute Attribute, string Name), MarketSet> sets;
    private readonly ImmutableArray<(int Place, DateTimeOffset At)> expirations;

    public QueryIndex(IEnumerable<Market> markets, IReadOnlyDictionary<ProductId, Product> products)
    {
        var sorted = markets.OrderBy(market => market.Id.Value, StringComparer.Ordinal).ToImmutableArray();
        Ids = [.. sorted.Select(market => market.Id)];
        None = MarketSet.None(Ids.Length);
        sets = sorted
            .SelectMany((market, place) => NamesOf(market, products).Select(name => (Name: name, Place: place)))
            .GroupBy(entry => entry.Name, entry => entry.Place)
            .ToFrozenDictionary(entries => entries.Key, entries => MarketSet.Of(Ids.Length, entries));
        expirations = [.. sorted
            .Select((market, place) => (Place: place, market.Base.Expiration))
            .Where(entry => entry.Expiration is not null)
            .Select(entry => (entry.Place, entry.Expiration!.Value))];
    }

    /// <summary>All of them, sorted by code unit.</summary>
    public ImmutableArray<MarketId> Ids { get; }

    /// <summary>None of them.</summary>
    public MarketSet None { get; }

    /// <summary>Those whose attribute is that name.</summary>
    public MarketSet Find(MarketAttribute attribute, string name) => sets.TryGetValue((attribute, name), out var found) ? found : None;

    /// <summary>Those whose base product expires then.</summary>
    public MarketSet Expiring(Period when) =>
        MarketSet.Of(Ids.Length, expirations.Where(entry => when.Contains(entry.At)).Select(entry => entry.Place));

    private static IEnumerable<(MarketAttribute Attribute, string Name)> NamesOf(Market market, IReadOnlyDictionary<ProductId, Product> products)
    {
        yield return (MarketAttribute.Base, market.Base.Id.Value);
        yield return (MarketAttribute.Base, market.Base.Symbol);
        yield return (MarketAttribute.Quote, market.Quote.Id.Value);
        yield return (MarketAttribute.Quote, market.Quote.Symbol);
        yield return (MarketAttribute.Venue, market.Venue.Value);
        yield return (MarketAttribute.Route, market.Route.Value);
        yield return (MarketAttribute.Class, market.Base.Class.ToString());
        yield return (MarketAttribute.ExchangeSymbol, market.TradingSymbol);
        if (market.Base.Underlying is not { } underlying)
            yield break;
        yield return (MarketAttribute.Underlying, underlying.Value);
        if (products.TryGetValue(underlying, out var product))
            yield return (MarketAttribute.Underlying, product.Symbol);
    }
}
