namespace Gateway.Server.Requests;

/// <summary>The codes of the client protocol, written by name. Append only: clients match on them.</summary>
internal enum ErrorCode
{
    /// <summary>Not JSON, not an object, a binary frame, no usable id or type, a key twice.</summary>
    MalformedMessage = 1,

    /// <summary>Not one of the request types.</summary>
    UnknownRequestType = 2,

    /// <summary>A request type of the reference protocol that no configured venue can serve.</summary>
    NotSupported = 3,

    /// <summary>A field is missing, of the wrong type or out of range; the details name every one.</summary>
    InvalidRequest = 4,

    /// <summary>The key may not do this, or not on this account.</summary>
    NotPermitted = 5,

    /// <summary>There is no such account.</summary>
    UnknownAccount = 6,

    /// <summary>There is no such tradable product.</summary>
    UnknownTradableProduct = 7,

    /// <summary>There is no such venue.</summary>
    UnknownVenue = 8,

    /// <summary>There is no such route.</summary>
    UnknownRoute = 9,

    /// <summary>There is no such product.</summary>
    UnknownProduct = 10,

    /// <summary>There is no such order, or it is not visible to the key.</summary>
    UnknownOrder = 11,

    /// <summary>The venue cannot be reached or is not reconciled yet; nothing was sent.</summary>
    VenueUnavailable = 12,

    /// <summary>A budget is used up; nothing was sent.</summary>
    RateLimited = 13,

    /// <summary>The gateway sheds load; nothing was done.</summary>
    Overloaded = 14,

    /// <summary>A defect; <c>details.trace_id</c> finds it in the logs.</summary>
    Internal = 15,
}
