namespace Gateway.Venues;

/// <summary>How an account's collateral is kept.</summary>
public enum AccountMode
{
    /// <summary>Each dex has collateral of its own, apart from spot balances.</summary>
    Standard = 1,

    /// <summary>One balance of each token serves spot and all dexes.</summary>
    Unified = 2,

    /// <summary>The same, and holdings offset each other's risk.</summary>
    PortfolioMargin = 3,
}
