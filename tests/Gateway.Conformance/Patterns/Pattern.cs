using System.Text.Json;

namespace Gateway.Conformance.Patterns;

/// <summary>What a JSON value is expected to look like: JSON itself, with wildcards and captures in place of values.</summary>
internal abstract record Pattern
{
    /// <summary>Compares.</summary>
    /// <param name="actual">The value; null where the member is missing.</param>
    /// <param name="path">Where it stands in the message.</param>
    /// <param name="matching">The comparison it belongs to.</param>
    /// <returns>Null if it matches.</returns>
    public abstract Mismatch? Match(JsonElement? actual, string path, Matching matching);

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It is not one; the message says where and why.</exception>
    public static Pattern Parse(string text) => new PatternReader(text).Read();
}
