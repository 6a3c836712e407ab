namespace Gateway.Orders.Alerts;

/// <summary>What an alert is about. The names are those of the client protocol and of journals: they only grow.</summary>
public enum AlertKind
{
    /// <summary>An order passed although it breaches an amount, because that is not enforced.</summary>
    LimitBreach = 1,

    /// <summary>What became of an order is unknown, or its cancel has brought no end.</summary>
    StaleOrder = 2,

    /// <summary>An account's connection to its venue is gone.</summary>
    VenueDisconnected = 3,

    /// <summary>An account is connected and knows all that happened meanwhile.</summary>
    VenueRecovered = 4,

    /// <summary>A stream of an account no longer told what happened; it is connected anew.</summary>
    SilentStream = 5,

    /// <summary>A key by which an account trades will soon be of no use.</summary>
    KeyExpiring = 6,

    /// <summary>The venue closed a position by force.</summary>
    Liquidation = 7,

    /// <summary>Something traded on an account that no order of ours caused.</summary>
    ForeignFill = 8,

    /// <summary>Trading was halted.</summary>
    Halted = 9,

    /// <summary>A halt ended.</summary>
    Resumed = 10,

    /// <summary>The disk of the journal is full: new orders are refused, cancels are not.</summary>
    JournalFull = 11,

    /// <summary>The disk of the journal has room again.</summary>
    JournalHasRoom = 12,

    /// <summary>What became of an order that was stale is known.</summary>
    OrderSettled = 13,

    /// <summary>A stream that was silent is connected anew, and what it did not tell is known.</summary>
    StreamRecovered = 14,

    /// <summary>An order stands on an account that nobody of this gateway placed.</summary>
    ForeignOrder = 15,
}
