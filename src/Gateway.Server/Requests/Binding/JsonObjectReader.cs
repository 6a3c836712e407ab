using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads an object that somebody else makes sense of.</summary>
internal sealed class JsonObjectReader : FieldReader<JsonElement>
{
    public override JsonObject Describe(SchemaDefinitions definitions) => Schema.Of("object");

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out JsonElement value, [NotNullWhen(false)] out string? problem)
    {
        var isObject = element.ValueKind == JsonValueKind.Object;
        value = isObject ? element.Clone() : default;
        problem = isObject ? null : "must be an object.";
        return isObject;
    }
}
