namespace Hyperliquid.Simulator.Trading;

/// <summary>How an account's money is pooled; <c>userAbstraction</c> tells it, in camel case.</summary>
internal enum AccountMode
{
    /// <summary>Spot balances and the cash of each perp dex apart; the account never chose.</summary>
    Default,

    /// <summary>As <see cref="Default"/>, by choice.</summary>
    Disabled,

    /// <summary>A spot balance stands behind the perpetuals of every dex with that collateral.</summary>
    UnifiedAccount,

    /// <summary>As <see cref="UnifiedAccount"/>, and other tokens can be borrowed against.</summary>
    PortfolioMargin,
}
