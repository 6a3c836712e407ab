using Gateway.Orders;
using Gateway.Orders.Limits;
using Gateway.Server.Markets;

namespace Gateway.Server.Requests.Limits;

/// <summary>Whether what a scope or a set names exists. Desks and traders are whoever trades: they cannot be unknown.</summary>
internal static class NamedThings
{
    /// <summary>The refusal of a scope that names nothing; null while it may yet turn out to name something.</summary>
    public static Refusal? Missing(this SymbologySnapshot names, LimitScope scope) => scope switch
    {
        LimitScope.Venue venue when !names.Has(venue.Id) => new(ErrorCode.UnknownVenue, $"There is no venue '{venue.Id}'."),
        LimitScope.Route route when !names.Has(route.Id) => new(ErrorCode.UnknownRoute, $"There is no route '{route.Id}'."),
        LimitScope.Product product when names.IsComplete && names.ProductOf(product.Id) is null =>
            new(ErrorCode.UnknownProduct, $"There is no product '{product.Id}'; SearchSymbol finds those that there are."),
        LimitScope.TradableProduct market when names.IsComplete && names.Find(market.Id) is null =>
            new(ErrorCode.UnknownTradableProduct, $"There is no tradable product '{market.Id}'; SearchSymbol finds those that there are."),
        _ => null,
    };

    /// <summary>The refusal of a set that names no account.</summary>
    public static Refusal? Missing(this OrderEngine engine, LimitSet set) =>
        set is LimitSet.Account(var account) && !engine.Accounts.ContainsKey(account)
            ? new(ErrorCode.UnknownAccount, $"There is no account '{account}'.")
            : null;
}
