using System.Text.Json;

namespace Gateway.Conformance.Patterns;

/// <summary>Keeps the value under a name for later lines, if it matches.</summary>
internal sealed record CapturePattern(string Name, Pattern Inner) : Pattern
{
    public override Mismatch? Match(JsonElement? actual, string path, Matching matching)
    {
        if (actual is not { } value)
            return new(path, $"a value for ${Name} expected, but it is missing.");
        if (Inner.Match(actual, path, matching) is { } mismatch)
            return mismatch;
        matching.Captured[Name] = value;
        return null;
    }
}
