using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads yes or no.</summary>
internal sealed class BooleanReader : FieldReader<bool>
{
    public override JsonObject Describe(SchemaDefinitions definitions) => Schema.Of("boolean");

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out bool value, [NotNullWhen(false)] out string? problem)
    {
        value = element.ValueKind == JsonValueKind.True;
        problem = value || element.ValueKind == JsonValueKind.False ? null : "must be true or false.";
        return problem is null;
    }
}
