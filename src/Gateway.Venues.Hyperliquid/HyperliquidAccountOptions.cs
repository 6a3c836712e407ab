namespace Gateway.Venues.Hyperliquid;

/// <summary>One trading account, from <c>Venues:Hyperliquid:Accounts:&lt;NAME&gt;</c>.</summary>
public sealed class HyperliquidAccountOptions
{
    /// <summary>The account's own address (user, subaccount or vault), <c>0x</c> and 40 hex digits; never that of an agent.</summary>
    public string Address { get; set; } = "";

    /// <summary>
    /// The key of an agent that the account has approved. For simulators; elsewhere a file is the better place. Only an account
    /// with a <see cref="HyperEthWallet"/> can do without: it is watched, and its orders are refused, for nobody could cancel them.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>The path of a file that holds nothing but the key.</summary>
    public string? KeyFile { get; set; }

    /// <summary>
    /// The agent wallet that HyperETH keeps for this account, <c>0x</c> and 40 hex digits; null: the account has no route
    /// <c>HYPERETH</c>. The account must be a user of its own: an intent cannot name a subaccount or a vault.
    /// </summary>
    public string? HyperEthWallet { get; set; }

    /// <summary>
    /// After how long without the gateway the venue cancels every order of the account, 15 s … 1 day; null: it does not. The
    /// gateway postpones it while it is connected, and leaves it to run when it stops, orderly or not. The venue demands a traded
    /// volume of USD 1,000,000, and lets it strike at most 10 times a day (UTC). Each postponement, three in that time, counts
    /// as one action of the account.
    /// </summary>
    public TimeSpan? DeadManSwitch { get; set; }

    /// <summary>Whether the gateway itself can sign for the account.</summary>
    internal bool HasKey => !string.IsNullOrWhiteSpace(Key) || !string.IsNullOrWhiteSpace(KeyFile);
}
