using Gateway.Server.Requests.Binding;

namespace Gateway.Server.Requests.Symbology;

/// <summary>What a search looks through.</summary>
internal enum SearchScope
{
    /// <summary>Everything.</summary>
    All = 0,

    /// <summary>Routes.</summary>
    Route = 1,

    /// <summary>Venues.</summary>
    Venue = 2,

    /// <summary>Products.</summary>
    Product = 3,

    /// <summary>Tradable products.</summary>
    TradableProduct = 4,

    /// <summary>Pairs of products.</summary>
    Pair = 5,
}

/// <summary>Reads a scope.</summary>
internal sealed class SearchScopeReader()
    : NamesReader<SearchScope>([.. Enum.GetValues<SearchScope>().Select(scope => (scope.ToString(), scope))]);
