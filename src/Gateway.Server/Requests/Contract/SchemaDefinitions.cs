using System.Text.Json.Nodes;

namespace Gateway.Server.Requests.Contract;

/// <summary>The named types of one schema, each written once, so that a type may be made of itself.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonNode?> definitions = new(StringComparer.Ordinal);

    /// <summary>Refers to a type by name, and has it described if it is the first to do so.</summary>
    public JsonObject Refer(string name, Func<JsonObject> describe)
    {
        if (definitions.TryAdd(name, null))
            definitions[name] = describe();
        return new() { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>What stands under <c>$defs</c>; may be called once.</summary>
    public JsonObject ToJson() => new(definitions);
}
