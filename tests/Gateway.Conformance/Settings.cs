using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Conformance;

/// <summary>The values that the conversations mention without defining them: keys, markets, prices.</summary>
public sealed record Settings
{
    /// <summary>By name, without the dollar sign.</summary>
    public required ImmutableDictionary<string, string> Values { get; init; }

    /// <summary>What the endpoint does not offer although it could; see <see cref="Conversation.Requires"/>.</summary>
    public ImmutableHashSet<string> Without { get; init; } = [];

    /// <summary>How long a message that must come may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Looks at every message that comes, to hold it against the published schemas: the type of the request that it answers, where its
    /// id says so, and the message; answers what is wrong with it, or null. A message with something wrong fails the conversation.
    /// </summary>
    public Func<string?, JsonElement, string?>? Inspect { get; init; }

    /// <summary>Reads lines of the form <c>name = value</c>; lines that start with # are comments.</summary>
    /// <exception cref="FormatException">A line has another form.</exception>
    public static ImmutableDictionary<string, string> Read(string file) =>
        File.ReadLines(file)
            .Where(line => !string.IsNullOrWhiteSpace(line) && line[0] != '#')
            .Select(line => line.Split('=', 2) is [var name, var value]
                ? KeyValuePair.Create(name.Trim(), value.Trim())
                : throw new FormatException($"'{line}' in {file} is not of the form name = value."))
            .ToImmutableDictionary(StringComparer.Ordinal);
}
