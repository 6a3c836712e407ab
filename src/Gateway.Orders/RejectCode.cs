namespace Gateway.Orders;

/// <summary>Why a request was turned down. The numbers are stable and only grow.</summary>
public enum RejectCode
{
    /// <summary>Something about the request itself is wrong.</summary>
    InvalidRequest = 1,

    /// <summary>There is no such order.</summary>
    UnknownOrder = 2,

    /// <summary>The venue cannot be reached or is not reconciled yet; nothing was sent.</summary>
    VenueUnavailable = 3,

    /// <summary>A budget is used up; nothing was sent.</summary>
    RateLimited = 4,

    /// <summary>The gateway sheds load; nothing was done.</summary>
    Overloaded = 5,
}
