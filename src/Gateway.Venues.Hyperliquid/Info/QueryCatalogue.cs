using System.Collections.Frozen;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>Everything that clients may ask the venue, and nothing else: none of it changes anything.</summary>
internal static class QueryCatalogue
{
    private static readonly ClientQuery[] Queries =
    [
        new PlainQuery<object>("openOrders", isOfAccount: true, reply => OpenOrderRow.ReadAll(reply), QueryParameter.Dex),
        new PlainQuery<object>("frontendOpenOrders", isOfAccount: true, reply => OpenOrderRow.ReadAll(reply), QueryParameter.Dex),
        new PlainQuery<object>("orderStatus", isOfAccount: true, OrderStatusRow.Read, QueryParameter.Order),
        new PlainQuery<object>("historicalOrders", isOfAccount: true, reply => OrderHistoryRow.ReadAll(reply)),
        new PagedQuery<FillRow>("userFillsByTime", isOfAccount: true, FillRow.ReadAll, fill => fill.Time, QueryParameter.Since, QueryParameter.Until),
        new PlainQuery<object>("userRateLimit", isOfAccount: true, Wire.UserRateLimit.Read),
        new PlainQuery<object>("userRole", isOfAccount: true, Role.Read),
        new PlainQuery<object>("userFees", isOfAccount: true, UserFees.Read),
        new PlainQuery<object>("maxBuilderFee", isOfAccount: true, reply => Scalars.MaxBuilderFee(reply), QueryParameter.Builder),
        new PlainQuery<object>("subAccounts", isOfAccount: true, reply => SubAccount.ReadAll(reply)),
        new PlainQuery<object>("userVaultEquities", isOfAccount: true, reply => VaultEquity.ReadAll(reply)),
        new PlainQuery<object>("delegations", isOfAccount: true, reply => Delegation.ReadAll(reply)),
        new PlainQuery<object>("delegatorSummary", isOfAccount: true, DelegatorSummary.Read),
        new PlainQuery<object>("extraAgents", isOfAccount: true, reply => ApiWallet.ReadAll(reply)),
        new PlainQuery<object?>("userDexAbstraction", isOfAccount: true, reply => Scalars.DexAbstraction(reply)),
        new PlainQuery<object>("userAbstraction", isOfAccount: true, Scalars.Abstraction),
        new PlainQuery<object>("clearinghouseState", isOfAccount: true, ClearinghouseState.Read, QueryParameter.Dex),
        new PlainQuery<object>("spotClearinghouseState", isOfAccount: true, reply => SpotBalance.ReadAll(reply)),
        new PlainQuery<object>("activeAssetData", isOfAccount: true, ActiveAsset.Read, QueryParameter.Coin),
        new PlainQuery<object>("meta", isOfAccount: false, Wire.Meta.Read, QueryParameter.Dex),
        new PlainQuery<object>("spotMeta", isOfAccount: false, Wire.SpotMeta.Read),
        new PlainQuery<object>("perpDexs", isOfAccount: false, reply => PerpetualDex.ReadAll(reply)),
        new PlainQuery<object>("allPerpMetas", isOfAccount: false, reply => PerpetualMetas.ReadAll(reply)),
        new PlainQuery<object>("metaAndAssetCtxs", isOfAccount: false, reply => PerpetualContext.ReadAll(reply), QueryParameter.Dex),
        new PlainQuery<object>("spotMetaAndAssetCtxs", isOfAccount: false, reply => SpotContext.ReadAll(reply)),
        new PlainQuery<object>("allMids", isOfAccount: false, Scalars.Mids, QueryParameter.Dex),
        new PlainQuery<object>(
            "candleSnapshot", isOfAccount: false, reply => Candle.ReadAll(reply), QueryParameter.Coin, QueryParameter.Interval, QueryParameter.Since, QueryParameter.Until)
        {
            Envelope = "req",
        },
        new PagedQuery<FundingRow>(
            "fundingHistory", isOfAccount: false, FundingRow.ReadAll, row => row.Time, QueryParameter.Coin, QueryParameter.Since, QueryParameter.Until),
    ];

    private static readonly FrozenDictionary<string, ClientQuery> ByType = Queries.ToFrozenDictionary(query => query.Type, StringComparer.Ordinal);

    public static IEnumerable<string> Types => Queries.Select(query => query.Type);

    public static ClientQuery? Find(string type) => ByType.GetValueOrDefault(type);
}
