using System.Collections.Frozen;
using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Server.Markets;

/// <summary>Everything tradable at one moment, indexed.</summary>
internal sealed class SymbologySnapshot
{
    private readonly FrozenDictionary<MarketId, Market> markets;

    /// <summary>Indexes the venues' universes, which are in the order of the venues.</summary>
    public SymbologySnapshot(IReadOnlyList<IVenue> venues, ImmutableArray<Universe> universes)
    {
        Universes = universes;
        var all = universes.SelectMany(universe => universe.Markets).ToList();
        markets = all.ToFrozenDictionary(market => market.Id);

        Venues = new([.. venues.Select(venue => new Found<VenueId>(venue.Id.Value, venue.Id, null))]);
        Routes = new([.. venues.SelectMany(venue => venue.Routes).Distinct().Select(route => new Found<RouteId>(route.Value, route, null))]);
        Products = new([.. universes.SelectMany(universe => universe.Products).Select(product => product.Id).Distinct()
            .GroupJoin(all, product => product, market => market.Base.Id, (product, traded) => new Found<ProductId>(product.Value, product, Volume(traded)))]);
        Markets = new([.. all.Select(market => new Found<MarketId>(market.Id.Value, market.Id, market.DayVolume))]);
        Pairs = new([.. all.GroupBy(market => (Base: market.Base.Id, Quote: market.Quote.Id))
            .Select(pair => new Found<(ProductId Base, ProductId Quote)>($"{pair.Key.Base}/{pair.Key.Quote}", pair.Key, Volume(pair)))]);
    }

    /// <summary>What this was made of.</summary>
    public ImmutableArray<Universe> Universes { get; }

    /// <summary>The venues.</summary>
    public SearchIndex<VenueId> Venues { get; }

    /// <summary>The routes of all venues.</summary>
    public SearchIndex<RouteId> Routes { get; }

    /// <summary>The products.</summary>
    public SearchIndex<ProductId> Products { get; }

    /// <summary>The markets, which the protocol calls tradable products.</summary>
    public SearchIndex<MarketId> Markets { get; }

    /// <summary>What trades against what, at whatever venue.</summary>
    public SearchIndex<(ProductId Base, ProductId Quote)> Pairs { get; }

    /// <summary>The market of that id, or null.</summary>
    public Market? Find(MarketId id) => markets.GetValueOrDefault(id);

    private static decimal? Volume(IEnumerable<Market> markets) => markets.Sum(market => market.DayVolume ?? 0);
}
