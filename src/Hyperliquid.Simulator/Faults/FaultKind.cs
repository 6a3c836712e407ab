namespace Hyperliquid.Simulator.Faults;

/// <summary>What can go wrong on request; on the wire in camel case.</summary>
internal enum FaultKind
{
    /// <summary>The connection drops when an action arrives; it is not executed.</summary>
    DisconnectBefore,

    /// <summary>The action is executed and the connection drops instead of a reply.</summary>
    DisconnectAfter,

    /// <summary>Replies to posts come late, by <c>ms</c>; feeds do not wait for them.</summary>
    DelayReplies,

    /// <summary>Requests are executed and nothing at all is sent.</summary>
    Silence,

    /// <summary>Requests are refused with status 429 and not executed.</summary>
    TooManyRequests,

    /// <summary>Requests are refused with status 502 and not executed.</summary>
    BadGateway,

    /// <summary>Each feed message comes twice.</summary>
    DuplicateFeeds,

    /// <summary>Feed messages are lost.</summary>
    DropFeeds,

    /// <summary>Feed messages are cut in half.</summary>
    TruncateFeeds,

    /// <summary>Feeds tell of an action before the reply to it.</summary>
    FeedsFirst,

    /// <summary>Reply and feeds come in any order, by <c>seed</c>, within <c>ms</c> or at once; each feed by itself stays in order.</summary>
    Reorder,

    /// <summary>Feed messages come late, by <c>ms</c>; what the same feed sends meanwhile waits behind them.</summary>
    DelayFeeds,

    /// <summary><c>orderStatus</c> knows no order, as a server does that lags behind.</summary>
    UnknownOid,
}
