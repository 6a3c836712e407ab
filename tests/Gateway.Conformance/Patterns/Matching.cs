using System.Text.Json;

namespace Gateway.Conformance.Patterns;

/// <summary>One comparison of a message with a pattern: how strict it is, and what it has captured so far.</summary>
internal sealed class Matching(bool exact)
{
    /// <summary>Whether members that the pattern does not name are a mismatch.</summary>
    public bool Exact { get; } = exact;

    /// <summary>Captured values by name.</summary>
    public Dictionary<string, JsonElement> Captured { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>Tries a part; what a failed try captured is forgotten.</summary>
    public Mismatch? Try(Func<Mismatch?> part)
    {
        var before = new Dictionary<string, JsonElement>(Captured, StringComparer.Ordinal);
        var mismatch = part();
        if (mismatch is not null)
            Captured = before;
        return mismatch;
    }
}
