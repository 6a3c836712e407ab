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
        new ApprovedBuilders(),
        new CandleSnapshot(),
        new ClearinghouseState(),
        new Delegations(),
        new DelegatorHistory(),
        new DelegatorRewards(),
        new DelegatorSummary(),
        new ExchangeStatus(),
        new ExtraAgents(),
        new FrontendOpenOrders(),
        new FundingHistory(),
        new HistoricalOrders(),
        new L2Book(),
        new MarginTableQuery(),
        new MaxBuilderFee(),
        new MaxMarketOrderNtls(),
        new Meta(),
        new MetaAndAssetCtxs(),
        new OpenOrders(),
        new OrderStatusQuery(),
        new PerpDexLimits(),
        new PerpDexs(),
        new PerpDexStatus(),
        new PerpsAtOpenInterestCap(),
        new Portfolio(),
        new PreTransferCheck(),
        new RecentTrades(),
        new SpotClearinghouseState(),
        new SpotMeta(),
        new SpotMetaAndAssetCtxs(),
        new SubAccounts(),
        new SubAccounts2(),
        new TokenDetails(),
        new TwapHistory(),
        new UserAbstraction(),
        new UserDexAbstraction(),
        new UserFees(),
        new UserFills(),
        new UserFillsByTime(),
        new UserFunding(),
        new UserNonFundingLedgerUpdates(),
        new UserRateLimit(),
        new UserRole(),
        new UserToMultiSigSigners(),
        new UserTwapSliceFills(),
        new UserVaultEquities(),
    }.ToDictionary(request => request.Type, StringComparer.Ordinal);

    /// <summary>The request of that name.</summary>
    /// <exception cref="UnreadableException">There is none.</exception>
    public static InfoRequest Find(Body request) => Requests.TryGetValue(request.Text("type"), out var found)
        ? found
        : throw new UnreadableException($"unknown info request `{request.Text("type")}`");
}
