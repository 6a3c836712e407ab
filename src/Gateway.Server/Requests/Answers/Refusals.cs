using Gateway.Orders;

namespace Gateway.Server.Requests.Answers;

/// <summary>The order engine's rejections in the words of the protocol.</summary>
internal static class Refusals
{
    /// <summary>The refusal that tells a client of this rejection.</summary>
    public static Refusal Of(Rejection rejection) => new(
        CodeOf(rejection.Code),
        rejection.Message,
        DetailsOf(rejection));

    private static Dictionary<string, object>? DetailsOf(Rejection rejection)
    {
        if (rejection.RetryAfter is { } wait)
            return new(StringComparer.Ordinal) { ["retry_after_ms"] = (long)Math.Ceiling(wait.TotalMilliseconds) };
        return rejection.Fields?.ToDictionary(field => field.Key, field => (object)field.Value, StringComparer.Ordinal);
    }

    private static ErrorCode CodeOf(RejectCode code) => code switch
    {
        RejectCode.InvalidRequest => ErrorCode.InvalidRequest,
        RejectCode.UnknownOrder => ErrorCode.UnknownOrder,
        RejectCode.VenueUnavailable => ErrorCode.VenueUnavailable,
        RejectCode.RateLimited => ErrorCode.RateLimited,
        RejectCode.Overloaded => ErrorCode.Overloaded,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "The order engine rejects with a code that the protocol has no word for."),
    };
}
