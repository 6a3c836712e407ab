namespace Gateway.Orders;

/// <summary>Whether an account can trade.</summary>
public enum AccountPhase
{
    /// <summary>Its first connection does not stand yet.</summary>
    Connecting = 1,

    /// <summary>Connected; what happened in the meantime is being asked for. Cancels pass, new orders do not.</summary>
    Reconciling = 2,

    /// <summary>Everything is known; it may trade.</summary>
    Live = 3,

    /// <summary>Its connection is gone.</summary>
    Disconnected = 4,
}
