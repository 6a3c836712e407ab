using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Which info requests are answered: one line each.</summary>
internal static class InfoCatalogue
{
    private static readonly Dictionary<string, InfoRequest> Requests = new InfoRequest[]
    {
        new ActiveAssetData(),
        new AllMids(),
        new AllPerpMetas(),
        new CandleSnapshot(),
        new ClearinghouseState(),
        new Delegations(),
        new DelegatorSummary(),
        new ExchangeStatus(),
        new ExtraAgents(),
        new FrontendOpenOrders(),
        new FundingHistory(),
        new HistoricalOrders(),
        new L2Book(),
        new MaxBuilderFee(),
        new Meta(),
        new MetaAndAssetCtxs(),
        new OpenOrders(),
        new OrderStatusQuery(),
        new PerpDexLimits(),
        new PerpDexs(),
        new PerpDexStatus(),
        new RecentTrades(),
        new SpotClearinghouseState(),
        new SpotMeta(),
        new SpotMetaAndAssetCtxs(),
        new SubAccounts(),
        new SubAccounts2(),
        new UserAbstraction(),
        new UserDexAbstraction(),
        new UserFees(),
        new UserFills(),
        new UserFillsByTime(),
        new UserFunding(),
        new UserNonFundingLedgerUpdates(),
        new UserRateLimit(),
        new UserRole(),
        new UserVaultEquities(),
    }.ToDictionary(request => request.Type, StringComparer.Ordinal);

    /// <summary>The request of that name.</summary>
    /// <exception cref="UnreadableException">There is none.</exception>
    public static InfoRequest Find(Body request) => Requests.TryGetValue(request.Text("type"), out var found)
        ? found
        : throw new UnreadableException($"unknown info request `{request.Text("type")}`");
}
