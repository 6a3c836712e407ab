namespace Hyperliquid.Simulator.Limits;

/// <summary>How much the venue takes of one client. All clients of the simulator count as one IP address.</summary>
internal sealed record VenueLimits
{
    /// <summary>The value of a limit that is never reached.</summary>
    public const int Endless = int.MaxValue;

    /// <summary>As published by the venue.</summary>
    public static VenueLimits Venue { get; } = new();

    /// <summary>Nothing is ever too much.</summary>
    public static VenueLimits None { get; } = new()
    {
        IpWeight = Endless,
        Requests = Endless,
        PostsInFlight = Endless,
        Connections = Endless,
        ConnectionsPerMinute = Endless,
        Subscriptions = Endless,
        Users = Endless,
        OpenOrders = Endless,
        MessagesPerMinute = Endless,
    };

    /// <summary>Weight of requests per minute.</summary>
    public long IpWeight { get; init; } = 1200;

    /// <summary>Requests an address has before it trades; each USD traded adds one.</summary>
    public long Requests { get; init; } = 10_000;

    /// <summary>Posts over WebSocket that are not yet answered.</summary>
    public long PostsInFlight { get; init; } = 100;

    public long Connections { get; init; } = 10;

    public long ConnectionsPerMinute { get; init; } = 30;

    public long Subscriptions { get; init; } = 1000;

    /// <summary>Distinct users of all subscriptions.</summary>
    public long Users { get; init; } = 10;

    /// <summary>Open orders of an account before it trades; each 5 million USD traded add one.</summary>
    public long OpenOrders { get; init; } = 1000;

    /// <summary>Messages that all connections together may send.</summary>
    public long MessagesPerMinute { get; init; } = 2000;

    /// <summary>USD that an account must have traded before it may schedule a cancel; a rule for all, whether limits are enforced or not.</summary>
    public long ScheduledCancelVolume { get; init; } = 1_000_000;

    /// <summary>How often a day the dead man's switch of an account may go off, as much a rule for all.</summary>
    public long ScheduledCancelsPerDay { get; init; } = 10;
}
