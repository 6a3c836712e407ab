namespace Gateway.Orders;

/// <summary>The moments of an order's life by the gateway's clock, in microseconds.</summary>
public sealed record OrderTimes
{
    /// <summary>When the request reached the engine.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset Journaled { get; init; }

    /// <summary>When its bytes were handed to the venue's connection.</summary>
    public DateTimeOffset? Sent { get; init; }

    /// <summary>When the venue was first known to have taken it in.</summary>
    public DateTimeOffset? Acknowledged { get; init; }

    /// <summary>When it was out.</summary>
    public DateTimeOffset? Out { get; init; }
}
