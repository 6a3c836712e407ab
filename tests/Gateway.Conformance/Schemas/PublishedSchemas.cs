using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gateway.Conformance.Schemas;

/// <summary>The published schemas of answers, by file name: <c>ListOpen.response.json</c>, <c>error.json</c>.</summary>
/// <param name="files">What is in each file.</param>
public sealed class PublishedSchemas(IReadOnlyDictionary<string, JsonObject> files)
{
    /// <summary>Reads all of a directory.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PublishedSchemas ReadAll(string directory) => new(Directory.EnumerateFiles(directory, "*.json").ToDictionary(
        file => Path.GetFileName(file),
        file => JsonNode.Parse(File.ReadAllText(file))!.AsObject(),
        StringComparer.Ordinal));

    /// <summary>What is wrong with something that the endpoint sent; null: nothing.</summary>
    /// <param name="type">The request that it answers; null where that is not known, which only the schema of errors allows for.</param>
    /// <param name="message">What was sent.</param>
    public string? ProblemOf(string? type, JsonElement message)
    {
        if (message.TryGetProperty("error", out _))
            return Problem("error.json", message);
        if (type is null)
            return null;

        // The first answer of a subscription says up to where it tells everything; the later ones do not.
        var update = $"{type}.update.json";
        return Problem(files.ContainsKey(update) && !message.TryGetProperty("sequence", out _) ? update : $"{type}.response.json", message);
    }

    private string? Problem(string file, JsonElement message) => files.TryGetValue(file, out var schema)
        ? new SchemaValidator(schema).FirstProblem(message)
        : $"Something came that should be as {file} says, and there is no such schema.";
}
