using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads the payload of one variant of a sum type, of a shape that no other field has.</summary>
/// <param name="read">The value, or what would be right.</param>
/// <param name="describe">The shape.</param>
internal sealed class PayloadReader<T>(
    Func<JsonElement, (T? Value, string? Problem)> read, Func<SchemaDefinitions, JsonObject> describe) : FieldReader<T>
    where T : class
{
    public override JsonObject Describe(SchemaDefinitions definitions) => describe(definitions);

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? problem)
    {
        (value, problem) = read(element);
        return value is not null;
    }
}
