namespace Gateway.Venues.Hyperliquid.Budgets;

/// <summary>What a part of the weight budget is spent on. The later ones may use what the earlier ones must leave.</summary>
internal enum Share
{
    /// <summary>Questions that clients pass on to the venue.</summary>
    Queries,

    /// <summary>New orders.</summary>
    Orders,

    /// <summary>The gateway's own questions, without which an account cannot be reconciled.</summary>
    Questions,

    /// <summary>What is asked once at the start, when there is nothing to cancel yet.</summary>
    Start,

    /// <summary>Cancels: all of it.</summary>
    Cancels,
}
