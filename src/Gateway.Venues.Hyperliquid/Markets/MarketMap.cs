using System.Collections.Frozen;
using System.Collections.Immutable;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Markets;

/// <summary>
/// One reading of everything tradable, and the way between our names and the venue's numbers and coins. Immutable: a newer
/// reading replaces it whole, so that a name is never looked up in one reading and its number in another.
/// </summary>
internal sealed class MarketMap
{
    private readonly ImmutableArray<RouteId> otherRoutes;
    private readonly TokenNames names;
    private readonly FrozenDictionary<MarketId, Asset> byId;
    private readonly FrozenDictionary<string, Asset> byCoin;
    private readonly FrozenDictionary<string, ProductId> productByToken;

    private MarketMap(
        ImmutableArray<RouteId> otherRoutes,
        TokenNames names,
        IReadOnlyCollection<Asset> assets,
        FrozenDictionary<string, ProductId> productByToken,
        Universe universe)
    {
        this.otherRoutes = otherRoutes;
        this.names = names;
        this.productByToken = productByToken;
        byId = assets.ToFrozenDictionary(asset => asset.Market.Id);
        // What the venue says of a coin says nothing of routes: it means the first, which is DIRECT.
        byCoin = assets.DistinctBy(asset => asset.Coin, StringComparer.Ordinal).ToFrozenDictionary(asset => asset.Coin, StringComparer.Ordinal);
        Universe = universe;
    }

    public static MarketMap Empty { get; } =
        new([], TokenNames.None, [], FrozenDictionary<string, ProductId>.Empty, Universe.Empty);

    public Universe Universe { get; }

    public Asset? Find(MarketId market) => byId.GetValueOrDefault(market);

    public Asset? Find(string coin) => byCoin.GetValueOrDefault(coin);

    /// <summary>The same, with a market for each book by this route, too, from the next reading on.</summary>
    public MarketMap AlsoBy(RouteId route) => new(otherRoutes.Add(route), names, [.. byId.Values], productByToken, Universe);

    /// <summary>The product that a fee was paid in, by the venue's name of the token.</summary>
    public ProductId? ProductOf(string token) => productByToken.TryGetValue(token, out var product) ? product : null;

    /// <summary>The next reading, in which every token keeps the symbol it has in this one.</summary>
    public MarketMap Next(IEnumerable<DexReading> dexes, SpotContexts spot)
    {
        var nextNames = names.With(spot.Meta.Tokens);
        var tokens = spot.Meta.Tokens
            .DistinctBy(token => token.Index)
            .ToDictionary(token => token.Index, token => (Meta: token, Product: SpotMarkets.Coin(nextNames.SymbolOf(token))));
        Product Token(int index) => tokens.TryGetValue(index, out var token)
            ? token.Product
            : throw new UnreadableMessageException($"meta names token {index} as collateral, which spotMeta does not know.");

        // Two markets of one name would make an order's target a matter of luck: the first listed keeps it.
        var assets = dexes.SelectMany(dex => PerpetualMarkets.Read(dex, Token))
            .Concat(SpotMarkets.Read(spot, tokens))
            .DistinctBy(asset => asset.Market.Id)
            .DistinctBy(asset => asset.Coin, StringComparer.Ordinal)
            .ToArray();
        assets = [.. assets, .. otherRoutes.SelectMany(route => assets.Select(asset => asset.By(route)))];
        var products = assets
            .SelectMany(asset => Products(asset.Market))
            .Concat(tokens.Values.Select(token => token.Product))
            .DistinctBy(product => product.Id)
            .OrderBy(product => product.Id.Value, StringComparer.Ordinal)
            .ToImmutableArray();
        var feeProducts = tokens.Values
            .OrderBy(token => token.Meta.Index)
            .DistinctBy(token => token.Meta.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(token => token.Meta.Name, token => token.Product.Id, StringComparer.Ordinal);
        return new(otherRoutes, nextNames, assets, feeProducts, new Universe(products, [.. assets.Select(asset => asset.Market)]));
    }

    private static IEnumerable<Product> Products(Market market)
    {
        yield return market.Base;
        yield return market.Quote;
        if (market.Base is { Underlying: not null, Symbol: var coin })
            yield return PerpetualMarkets.Underlying(coin);
    }
}
