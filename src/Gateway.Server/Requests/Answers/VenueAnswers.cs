using Gateway.Venues;

namespace Gateway.Server.Requests.Answers;

/// <summary>What a venue answered in the words of the protocol.</summary>
internal static class VenueAnswers
{
    /// <summary>The refusal that tells a client of this reply; null: it was answered.</summary>
    public static Refusal? RefusalOf<T>(QueryReply<T> reply) => reply switch
    {
        QueryReply<T>.Refused refused => Refusal.Invalid("query", refused.Problem),
        QueryReply<T>.Unavailable unavailable => new(ErrorCode.VenueUnavailable, unavailable.Cause),
        QueryReply<T>.TooEarly early => new(
            ErrorCode.RateLimited,
            "The rate budget of the venue has no room for this question now; try again later.",
            new Dictionary<string, object>(StringComparer.Ordinal) { ["retry_after_ms"] = (long)Math.Ceiling(early.RetryAfter.TotalMilliseconds) }),
        _ => null,
    };
}
