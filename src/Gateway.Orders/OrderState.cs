namespace Gateway.Orders;

/// <summary>Where an order is in its life. The numbers are those of the client protocol.</summary>
[Flags]
public enum OrderState
{
    /// <summary>Never seen: an order is open from its first moment.</summary>
    None = 0,

    /// <summary>It may still trade.</summary>
    Open = 1,

    /// <summary>Refused, by the gateway or the venue.</summary>
    Rejected = 2,

    /// <summary>The venue has taken it in.</summary>
    Acked = 4,

    /// <summary>Some of it traded.</summary>
    Filled = 8,

    /// <summary>A cancel was asked for.</summary>
    Canceling = 16,

    /// <summary>It ended before all of it traded.</summary>
    Canceled = 32,

    /// <summary>Final: it cannot trade any more.</summary>
    Out = 64,

    /// <summary>What became of it is unknown until the venue has been asked.</summary>
    Stale = 128,
}
