using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Conformance.Patterns;

/// <summary>Any of several patterns.</summary>
internal sealed record EitherPattern(ImmutableArray<Pattern> Choices) : Pattern
{
    public override Mismatch? Match(JsonElement? actual, string path, Matching matching)
    {
        Mismatch? first = null;
        foreach (var choice in Choices)
        {
            if (matching.Try(() => choice.Match(actual, path, matching)) is not { } mismatch)
                return null;
            first ??= mismatch;
        }

        return new(path, $"none of {Choices.Length} alternatives fits; the first: {first!.Problem}");
    }
}

/// <summary>All of several patterns.</summary>
internal sealed record AllPattern(ImmutableArray<Pattern> Demands) : Pattern
{
    public override Mismatch? Match(JsonElement? actual, string path, Matching matching) =>
        Demands.Select(demand => demand.Match(actual, path, matching)).FirstOrDefault(mismatch => mismatch is not null);
}
