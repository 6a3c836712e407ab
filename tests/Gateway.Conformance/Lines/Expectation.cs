using System.Text.Json;
using Gateway.Conformance.Patterns;

namespace Gateway.Conformance.Lines;

/// <summary>A message as a line describes it, with the variables of this moment.</summary>
internal sealed class Expectation
{
    private readonly Pattern pattern;
    private readonly bool exact;
    private readonly string? id;

    private Expectation(Pattern pattern, bool exact, string text)
    {
        this.pattern = pattern;
        this.exact = exact;
        Text = text;
        id = IdOf(pattern);
    }

    /// <summary>How it is written.</summary>
    public string Text { get; }

    /// <summary>Reads it.</summary>
    public static Expectation Of(string text, bool exact, Stage stage)
    {
        var expanded = stage.Variables.Expand(text, json: true);
        return new(Pattern.Parse(expanded), exact, expanded.Excerpt());
    }

    /// <summary>Whether a message belongs to the request that this is about; without an id, every message does.</summary>
    public bool IsAbout(JsonElement message) =>
        id is null || (message.TryGetProperty("id", out var answered) && Connection.Key(answered) == id);

    /// <summary>Compares; what matched is captured.</summary>
    public Mismatch? Match(JsonElement message, Variables variables)
    {
        var matching = new Matching(exact);
        if (pattern.Match(message, "$", matching) is { } mismatch)
            return mismatch;
        foreach (var (name, value) in matching.Captured)
            variables.Set(name, value);
        return null;
    }

    /// <summary>Takes the next message that this is about.</summary>
    /// <param name="skipped">The last message that was taken and was not the one, for the report.</param>
    public Task<JsonElement> NextAsync(Connection connection, Stage stage, JsonElement? skipped, CancellationToken cancellationToken) =>
        stage.WithinPatienceAsync(
            token => connection.TakeAsync(IsAbout, token), () => Missing(connection, skipped), cancellationToken);

    // Alternatives are about one request if all of them name it.
    private static string? IdOf(Pattern pattern) => pattern switch
    {
        ObjectPattern message => message["id"] is LiteralPattern literal ? Connection.Key(literal.Value) : null,
        EitherPattern either => either.Choices.Select(IdOf).Distinct(StringComparer.Ordinal).ToArray() is [var id] ? id : null,
        _ => null,
    };

    private ConversationFailedException Missing(Connection connection, JsonElement? skipped)
    {
        if (skipped is not null)
            return new("The message did not come in time; the last one of this id is shown.", Text, skipped.Value.Excerpt());
        var others = connection.Unread(streams: true).Select(message => message.Excerpt()).ToArray();
        return others.Length == 0
            ? new("No answer came in time.", Text, "nothing")
            : new("No answer with this id came in time, but others did.", Text, string.Join("\n            ", others.Take(5)));
    }
}
