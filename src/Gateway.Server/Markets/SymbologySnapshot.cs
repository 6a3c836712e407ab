using System.Collections.Frozen;
using System.Collections.Immutable;
using Gateway.Venues;

namespace Gateway.Server.Markets;

/// <summary>Everything tradable at one moment, indexed.</summary>
internal sealed class SymbologySnapshot
{
    private readonly FrozenSet<VenueId> venues;
    private readonly FrozenSet<RouteId> routes;
    private readonly FrozenDictionary<MarketId, Market> markets;
    private readonly FrozenDictionary<ProductId, Product> products;

    /// <summary>Indexes the venues' universes, which are in the order of the venues.</summary>
    public SymbologySnapshot(IReadOnlyList<IVenue> venues, ImmutableArray<Universe> universes)
    {
        Universes = universes;
        this.venues = venues.Select(venue => venue.Id).ToFrozenSet();
        routes = venues.SelectMany(venue => venue.Routes).ToFrozenSet();
        var all = universes.SelectMany(universe => universe.Markets).ToList();
        markets = all.ToFrozenDictionary(market => market.Id);
        products = universes.SelectMany(universe => universe.Products).DistinctBy(product => product.Id).ToFrozenDictionary(product => product.Id);

        Venues = new([.. venues.Select(venue => new Found<VenueId>(venue.Id.Value, venue.Id, null))]);
        Routes = new([.. routes.Select(route => new Found<RouteId>(route.Value, route, null))]);
        Products = new([.. products.Keys
            .GroupJoin(all, product => product, market => market.Base.Id, (product, traded) => new Found<ProductId>(product.Value, product, Volume(traded)))]);
        Markets = new([.. all.Select(market => new Found<MarketId>(market.Id.Value, market.Id, market.DayVolume))]);
        Pairs = new([.. all.GroupBy(market => (Base: market.Base.Id, Quote: market.Quote.Id))
            .Select(pair => new Found<(ProductId Base, ProductId Quote)>($"{pair.Key.Base}/{pair.Key.Quote}", pair.Key, Volume(pair)))]);
        Queries = new(all, products);
        Canonical = new(venues.Zip(universes, (venue, universe) => (venue.Routes, (IReadOnlyList<Market>)universe.Markets)));
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

    /// <summary>The markets by their attributes.</summary>
    public QueryIndex Queries { get; }

    /// <summary>The market to look at for each product.</summary>
    public CanonicalMarkets Canonical { get; }

    /// <summary>Whether every venue has told what it trades; until then, that something is not found proves nothing.</summary>
    public bool IsComplete => !Universes.Any(universe => universe.Markets.IsEmpty);

    /// <summary>Whether there is such a venue.</summary>
    public bool Has(VenueId venue) => venues.Contains(venue);

    /// <summary>Whether orders can go by such a route to any venue.</summary>
    public bool Has(RouteId route) => routes.Contains(route);

    /// <summary>The product of that id, or null.</summary>
    public Product? ProductOf(ProductId id) => products.GetValueOrDefault(id);

    /// <summary>The market of that id, or null.</summary>
    public Market? Find(MarketId id) => markets.GetValueOrDefault(id);

    private static decimal? Volume(IEnumerable<Market> markets) => markets.Sum(market => market.DayVolume ?? 0);
}
