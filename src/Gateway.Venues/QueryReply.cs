namespace Gateway.Venues;

/// <summary>What came of asking a venue.</summary>
public abstract record QueryReply<T>
{
    private QueryReply()
    {
    }

    /// <summary>The answer; null where the venue has none.</summary>
    public sealed record Answered(T? Value) : QueryReply<T>;

    /// <summary>The question cannot be asked like this; the problem goes on from "the query", as in <c>must have …</c>.</summary>
    public sealed record Refused(string Problem) : QueryReply<T>;

    /// <summary>The venue cannot be reached, or answers what cannot be understood.</summary>
    public sealed record Unavailable(string Cause) : QueryReply<T>;

    /// <summary>The rate budget has no room for it now.</summary>
    public sealed record TooEarly(TimeSpan RetryAfter) : QueryReply<T>;
}
