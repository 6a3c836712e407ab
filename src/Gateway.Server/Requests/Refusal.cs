namespace Gateway.Server.Requests;

/// <summary>Why a request was not done.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Message">One sentence that says what was wrong and what would be right.</param>
/// <param name="Details">What the code's page promises, written as JSON; null: nothing.</param>
internal sealed record Refusal(ErrorCode Code, string Message, IReadOnlyDictionary<string, object>? Details = null)
{
    /// <summary>Some fields cannot be accepted.</summary>
    /// <param name="fields">Wire name → what is wrong with it, in sentences that go on from the name; at least one.</param>
    public static Refusal Invalid(params IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> fields)
    {
        var message = $"'{fields[0].Key}' {fields[0].Value[0]}";
        if (fields.Count > 1)
            message += $" The details name {fields.Count - 1} more.";
        return new(
            ErrorCode.InvalidRequest,
            message,
            new OrderedDictionary<string, object>(fields.Select(field => KeyValuePair.Create<string, object>(field.Key, field.Value)), StringComparer.Ordinal));
    }

    /// <summary>One field cannot be accepted.</summary>
    public static Refusal Invalid(string field, string problem) => Invalid(KeyValuePair.Create<string, IReadOnlyList<string>>(field, [problem]));
}
