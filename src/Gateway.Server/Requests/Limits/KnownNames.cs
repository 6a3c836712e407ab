using System.Collections.Frozen;
using Gateway.Orders;
using Gateway.Orders.Limits;
using Gateway.Server.Sessions;
using Gateway.Venues;

namespace Gateway.Server.Requests.Limits;

/// <summary>
/// Whether what limits, halts and lists name exists: a limit on a misspelt name would protect nobody, and a list of it would
/// look empty. What no venue has told yet cannot be misspelt, so before a venue's markets are known every name of a market or
/// product passes.
/// </summary>
internal sealed class KnownNames(OrderEngine engine, IReadOnlyList<IVenue> venues, Server.Markets.Symbology symbology, KeyRing keys)
{
    private readonly FrozenSet<string> traders = keys.Clients.Select(client => client.Actor.Trader).ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> desks = keys.Clients.Select(client => client.Actor.Desk).OfType<string>()
        .Concat(engine.AccountDesks).ToFrozenSet(StringComparer.Ordinal);

    private IEnumerable<Market> Markets => symbology.Current.Universes.SelectMany(universe => universe.Markets);

    /// <summary>Why the scope names nothing; null: it does, or names nothing in particular.</summary>
    public Refusal? Check(LimitScope scope) => scope switch
    {
        LimitScope.Venue venue => Check(venue.Id),
        LimitScope.Route route => Check(route.Id),
        LimitScope.Product product => Check(product.Id),
        LimitScope.TradableProduct market => Check(market.Id),
        _ => null,
    };

    /// <summary>Why the set names nobody; null: it does, or names nobody in particular.</summary>
    public Refusal? Check(string field, LimitSet set) => set switch
    {
        LimitSet.Account account => Check(account.Id),
        LimitSet.Trader trader => Check(field, "trader", trader.Id, traders),
        LimitSet.Desk desk => Check(field, "desk", desk.Id, desks),
        _ => null,
    };

    /// <summary>The same for a list, where any product is a name, and where a trader or a desk may be one that is configured no longer.</summary>
    public Refusal? CheckListed(LimitScope scope, LimitSet set) =>
        (scope is LimitScope.Product product && symbology.Current.ProductOf(product.Id) is not null ? null : Check(scope))
        ?? (set is LimitSet.Account account ? Check(account.Id) : null);

    /// <summary>Why there is no such venue; null: there is.</summary>
    public Refusal? Check(VenueId id) => venues.Any(venue => venue.Id == id)
        ? null
        : new(ErrorCode.UnknownVenue, $"There is no venue {id}; there are {string.Join(", ", venues.Select(venue => venue.Id))}.");

    /// <summary>Why there is no such route; null: there is.</summary>
    public Refusal? Check(RouteId id)
    {
        var routes = venues.SelectMany(venue => venue.Routes).Distinct().ToList();
        return routes.Contains(id) ? null : new(ErrorCode.UnknownRoute, $"There is no route {id}; there are {string.Join(", ", routes)}.");
    }

    /// <summary>Why there is no such market; null: there is.</summary>
    public Refusal? Check(MarketId id) => !symbology.Current.IsComplete || symbology.Current.Find(id) is not null
        ? null
        : new(ErrorCode.UnknownTradableProduct, $"There is no tradable product {id}; SearchSymbol finds what there is.");

    /// <summary>Why there is no such account; null: there is.</summary>
    public Refusal? Check(AccountName account) => engine.Accounts.ContainsKey(account)
        ? null
        : new(ErrorCode.UnknownAccount, $"There is no account {account}; there are {string.Join(", ", engine.Accounts.Keys.OrderBy(one => one.Value, StringComparer.Ordinal))}.");

    private Refusal? Check(ProductId id) => !symbology.Current.IsComplete || Markets.Any(market => market.Base.Id == id || market.Base.Underlying == id)
        ? null
        : new(ErrorCode.UnknownProduct, $"There is no product {id} that anything is traded of; SearchSymbol finds what there is.");

    private static Refusal? Check(string field, string kind, string name, FrozenSet<string> known) => known.Contains(name)
        ? null
        : Refusal.Invalid(field, $"names {kind} {name}, which no configured client has; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
}
