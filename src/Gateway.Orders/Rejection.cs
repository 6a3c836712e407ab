using System.Collections.Immutable;

namespace Gateway.Orders;

/// <summary>A request turned down: nothing was sent and nothing changed.</summary>
/// <param name="Code">Why, for programs.</param>
/// <param name="Message">Why, for people: one sentence that says what was wrong and what would be right.</param>
/// <param name="Fields">The offending fields by the names of the client protocol, all of them at once; null: none in particular.</param>
/// <param name="RetryAfter">How long until it is worth trying again, where that is known.</param>
public sealed record Rejection(
    RejectCode Code, string Message, ImmutableSortedDictionary<string, ImmutableArray<string>>? Fields = null, TimeSpan? RetryAfter = null)
{
    /// <summary>One field is wrong.</summary>
    public static Rejection OfField(string field, string message) =>
        new(RejectCode.InvalidRequest, message, ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add(field, [message]));
}
