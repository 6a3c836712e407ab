namespace Gateway.Venues;

/// <summary>What a market permits; the numbers are those of the client protocol.</summary>
[Flags]
public enum MarketFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Takes new orders.</summary>
    Tradable = 1,

    /// <summary>Takes reduce-only orders.</summary>
    ReduceOnly = 2,

    /// <summary>Takes post-only orders.</summary>
    PostOnly = 4,

    /// <summary>Takes trigger orders.</summary>
    Triggers = 8,

    /// <summary>Positions are margined one by one, never together.</summary>
    IsolatedMarginOnly = 16,
}
