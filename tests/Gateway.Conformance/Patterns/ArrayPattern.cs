using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Conformance.Patterns;

/// <summary>An array with these elements in this order; gaps stand for any elements, repetitions for any number that match.</summary>
internal sealed record ArrayPattern(ImmutableArray<ArrayPattern.Part> Parts) : Pattern
{
    /// <summary>One element, or with <paramref name="Repeated"/> any number of such elements.</summary>
    internal sealed record Part(Pattern Element, bool Repeated);

    public override Mismatch? Match(JsonElement? actual, string path, Matching matching) =>
        actual is { ValueKind: JsonValueKind.Array } value
            ? Match([.. value.EnumerateArray()], 0, 0, path, matching)
            : new(path, $"an array expected, {actual?.Excerpt() ?? "nothing"} received.");

    private Mismatch? Match(JsonElement[] elements, int element, int part, string path, Matching matching)
    {
        for (; part < Parts.Length && !Parts[part].Repeated; element++, part++)
        {
            if (element == elements.Length)
                return new(path, $"{elements.Length} elements received, more expected.");
            if (Parts[part].Element.Match(elements[element], $"{path}[{element}]", matching) is { } mismatch)
                return mismatch;
        }

        if (part == Parts.Length)
            return element == elements.Length ? null : new($"{path}[{element}]", $"not expected here: {elements[element].Excerpt()}");

        // A repetition takes as few elements as it can, then as many more as the rest of the pattern needs.
        Mismatch? last;
        while (true)
        {
            var from = element;
            last = matching.Try(() => Match(elements, from, part + 1, path, matching));
            if (last is null || element == elements.Length)
                return last;
            if (Parts[part].Element.Match(elements[element], $"{path}[{element}]", matching) is { } mismatch)
                return part + 1 == Parts.Length ? mismatch : last;
            element++;
        }
    }
}
