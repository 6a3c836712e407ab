using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>Which subscriptions are served: one line each.</summary>
internal static class FeedCatalogue
{
    private static readonly Dictionary<string, Func<Body, Exchange, Feed>> Openers = new(StringComparer.Ordinal)
    {
        ["activeAssetCtx"] = ActiveAssetCtxFeed.Open,
        ["activeAssetData"] = ActiveAssetDataFeed.Open,
        ["allDexsAssetCtxs"] = AllDexsAssetCtxsFeed.Open,
        ["allDexsClearinghouseState"] = AllDexsClearinghouseStateFeed.Open,
        ["allMids"] = AllMidsFeed.Open,
        ["assetCtxs"] = AssetCtxsFeed.Open,
        ["bbo"] = BboFeed.Open,
        ["candle"] = CandleFeed.Open,
        ["clearinghouseState"] = ClearinghouseStateFeed.Open,
        ["l2Book"] = L2BookFeed.Open,
        ["notification"] = NotificationFeed.Open,
        ["openOrders"] = OpenOrdersFeed.Open,
        ["orderUpdates"] = OrderUpdatesFeed.Open,
        ["spotAssetCtxs"] = SpotAssetCtxsFeed.Open,
        ["spotState"] = SpotStateFeed.Open,
        ["trades"] = TradesFeed.Open,
        ["twapStates"] = TwapStatesFeed.Open,
        ["userEvents"] = UserEventsFeed.Open,
        ["userFills"] = UserFillsFeed.Open,
        ["userFundings"] = UserFundingsFeed.Open,
        ["userHistoricalOrders"] = UserHistoricalOrdersFeed.Open,
        ["userNonFundingLedgerUpdates"] = LedgerFeed.Open,
        ["userTwapHistory"] = UserTwapHistoryFeed.Open,
        ["userTwapSliceFills"] = UserTwapSliceFillsFeed.Open,
        ["webData3"] = WebData3Feed.Open,
    };

    /// <summary>Understands a subscription.</summary>
    /// <exception cref="UnreadableException">It is malformed or of an unknown type.</exception>
    /// <exception cref="UnsupportedException">It names an unknown coin or an unsupported depth.</exception>
    public static Feed Open(Body subscription, Exchange exchange) => Openers.TryGetValue(subscription.Text("type"), out var open)
        ? open(subscription, exchange)
        : throw new UnreadableException($"unknown subscription `{subscription.Text("type")}`");

    /// <summary>The perp dex that a subscription names, the venue's own if it names none.</summary>
    public static PerpDex DexOf(Body subscription, Exchange exchange) =>
        exchange.Universe.FindDex(subscription.Has("dex") ? subscription.Text("dex") : "") ?? throw new UnsupportedException();

    /// <summary>The market that a subscription names.</summary>
    public static Market MarketOf(Body subscription, Exchange exchange) =>
        exchange.FindMarket(subscription.Text("coin")) ?? throw new UnsupportedException();
}
