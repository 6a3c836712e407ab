using System.Text.Json;

namespace Gateway.Conformance.Patterns;

/// <summary>
/// Exactly this string, number, true, false or null. Strings are compared by value unless <paramref name="Raw"/>; numbers
/// as written, because the contract says how they are written: <c>1</c> is not <c>1.0</c>.
/// </summary>
internal sealed record LiteralPattern(JsonElement Value, bool Raw) : Pattern
{
    public override Mismatch? Match(JsonElement? actual, string path, Matching matching) => actual switch
    {
        null => new(path, $"{Value.GetRawText()} expected, but it is missing."),
        { } value when Equal(Value, value, Raw) => null,
        { } value => new(path, $"{Value.GetRawText()} expected, {value.Excerpt()} received."),
    };

    /// <summary>Whether two scalars are the same JSON value.</summary>
    public static bool Equal(JsonElement one, JsonElement other, bool raw = false) =>
        one.ValueKind == other.ValueKind && (raw || one.ValueKind != JsonValueKind.String
            ? one.GetRawText() == other.GetRawText()
            : one.GetString() == other.GetString());
}
