namespace Gateway.Venues.Hyperliquid;

/// <summary>
/// The trade-intent API that serves route <c>HYPERETH</c>, from <c>Venues:Hyperliquid:HyperEth</c>. The route exists where a key
/// is configured and at least one account names its wallet.
/// </summary>
public sealed class HyperEthOptions
{
    private const string Path = "/v1/trade/intent";

    /// <summary>Where intents go, with or without the final <c>/v1/trade/intent</c>; null: the aggregator's own address, on mainnet only.</summary>
    public Uri? Url { get; set; }

    /// <summary>The API key. For simulators; elsewhere a file is the better place.</summary>
    public string? Key { get; set; }

    /// <summary>The path of a file that holds nothing but the API key.</summary>
    public string? KeyFile { get; set; }

    /// <summary>
    /// The builder code of the aggregator, <c>0x</c> and 40 hex digits, which whoever trades by this route must have approved; the
    /// doctor looks. Null: it does not.
    /// </summary>
    public string? Builder { get; set; }

    internal bool IsConfigured => !string.IsNullOrWhiteSpace(Key) || !string.IsNullOrWhiteSpace(KeyFile);

    internal Uri Intents
    {
        get
        {
            var address = new UriBuilder(Url ?? new Uri("https://api.hypereth.io"));
            if (!address.Path.TrimEnd('/').EndsWith(Path, StringComparison.Ordinal))
                address.Path = address.Path.TrimEnd('/') + Path;
            return address.Uri;
        }
    }

    /// <summary>Everything that is wrong with the values, one sentence each; empty if nothing is.</summary>
    internal IEnumerable<string> Problems(HyperliquidNetwork network, IEnumerable<KeyValuePair<string, HyperliquidAccountOptions>> accounts)
    {
        var wallets = accounts.Where(account => !string.IsNullOrWhiteSpace(account.Value.HyperEthWallet)).ToArray();
        foreach (var (name, account) in wallets)
        {
            if (!Cryptography.Address.TryParse(account.HyperEthWallet, out _))
                yield return $"Accounts:{name}:HyperEthWallet must be 0x and 40 hex digits.";
        }

        if (!string.IsNullOrWhiteSpace(Key) && !string.IsNullOrWhiteSpace(KeyFile))
            yield return "HyperEth must have either a Key or a KeyFile.";
        if (wallets.Length > 0 && !IsConfigured)
            yield return $"Accounts:{wallets[0].Key}:HyperEthWallet needs an API key: set HyperEth:KeyFile.";
        if (wallets.Length == 0 && IsConfigured)
            yield return "HyperEth has a key and no account uses it: set Accounts:<NAME>:HyperEthWallet to the agent wallet that HyperETH keeps for that account.";
        if (!string.IsNullOrWhiteSpace(Builder) && !Cryptography.Address.TryParse(Builder, out _))
            yield return "HyperEth:Builder must be 0x and 40 hex digits.";
        if (!IsConfigured)
            yield break;
        if (Url is null && network != HyperliquidNetwork.Mainnet)
            yield return "HyperEth:Url must be set except on mainnet: nothing else is served by the aggregator's own address.";
        if (Url is { IsAbsoluteUri: false } or { IsAbsoluteUri: true, Scheme: not ("http" or "https") })
            yield return "HyperEth:Url must be an absolute http or https URL.";
        else if (Url is { Scheme: "http" } && network != HyperliquidNetwork.Simulator)
            yield return "HyperEth:Url must begin with https: the API key travels with every order.";
    }
}
