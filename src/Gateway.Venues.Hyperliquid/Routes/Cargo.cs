namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>What an action carries.</summary>
internal enum Cargo
{
    /// <summary>New orders.</summary>
    Orders,

    /// <summary>New post-only orders: the venue executes them first only as long as no other is among them.</summary>
    PostOnlyOrders,

    /// <summary>What is to replace orders.</summary>
    Changes,

    /// <summary>What is to replace orders, post-only.</summary>
    PostOnlyChanges,

    /// <summary>Cancels by the venue's number.</summary>
    CancelsByNumber,

    /// <summary>Cancels by our name, which are another action.</summary>
    CancelsByName,
}
