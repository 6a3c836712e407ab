using System.Collections.Frozen;

namespace Gateway.Server.Requests;

/// <summary>The request types of the reference protocol that no venue of ours can serve, and what each would need.</summary>
internal static class UnsupportedRequests
{
    private const string Blockchain = "a venue whose orders are transactions of a public blockchain";
    private const string Uniswap = "a Uniswap venue";
    private const string Quotes = "a venue that streams firm quotes";
    private const string Secrets = "secrets that clients may change, and those of this gateway come from files or its environment";

    private static readonly FrozenDictionary<string, string> Needs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["GetQuoteSymbolDetails"] = Quotes,
        ["SubscribeRfqs"] = Quotes,
        ["SendRfqs"] = Quotes,
        ["GetAllowance"] = Blockchain,
        ["SetAllowance"] = Blockchain,
        ["GetOrderTransaction"] = Blockchain,
        ["EstimateOrderParams"] = Blockchain,
        ["GetEVMAttempts"] = Blockchain,
        ["EstimateEVMRetryParams"] = Blockchain,
        ["RetryEVMTransaction"] = Blockchain,
        ["SubscribeBlockchainTrades"] = Blockchain,
        ["GetPathmap"] = Blockchain,
        ["GetHistoricalUniswapV2Pools"] = Uniswap,
        ["SubscribeUniswapV2Book"] = Uniswap,
        ["SubscribeUniswapV3Book"] = Uniswap,
        ["ListSecrets"] = Secrets,
        ["AddSecret"] = Secrets,
        ["DeleteSecret"] = Secrets,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All => Needs.Keys;

    /// <summary>The refusal of one of these; null if it is none.</summary>
    public static Refusal? Refuse(string type) => Needs.TryGetValue(type, out var needed)
        ? new(ErrorCode.NotSupported, $"{type} needs {needed}; no configured venue can serve it.")
        : null;
}
