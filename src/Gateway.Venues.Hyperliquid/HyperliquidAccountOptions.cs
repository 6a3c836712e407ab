namespace Gateway.Venues.Hyperliquid;

/// <summary>One trading account, from <c>Venues:Hyperliquid:Accounts:&lt;NAME&gt;</c>.</summary>
public sealed class HyperliquidAccountOptions
{
    /// <summary>The account's own address (user, subaccount or vault), <c>0x</c> and 40 hex digits; never that of an agent.</summary>
    public string Address { get; set; } = "";

    /// <summary>The key of an agent that the account has approved. For simulators; elsewhere a file is the better place.</summary>
    public string? Key { get; set; }

    /// <summary>The path of a file that holds nothing but the key.</summary>
    public string? KeyFile { get; set; }
}
