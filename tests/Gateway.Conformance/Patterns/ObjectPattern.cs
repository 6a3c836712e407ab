using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Conformance.Patterns;

/// <summary>An object with at least these members, or in an exact comparison with no others.</summary>
internal sealed record ObjectPattern(ImmutableArray<KeyValuePair<string, Pattern>> Members) : Pattern
{
    /// <summary>What this member must be; null if it is not named.</summary>
    public Pattern? this[string name] => Members.FirstOrDefault(member => member.Key == name).Value;

    public override Mismatch? Match(JsonElement? actual, string path, Matching matching)
    {
        if (actual is not { ValueKind: JsonValueKind.Object } value)
            return new(path, $"an object expected, {actual?.Excerpt() ?? "nothing"} received.");

        foreach (var (name, pattern) in Members)
        {
            var member = value.TryGetProperty(name, out var found) ? found : (JsonElement?)null;
            if (pattern.Match(member, $"{path}.{name}", matching) is { } mismatch)
                return mismatch;
        }

        var extra = matching.Exact ? value.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => this[name] is null) : null;
        return extra is null ? null : new($"{path}.{extra}", "not expected here.");
    }
}
