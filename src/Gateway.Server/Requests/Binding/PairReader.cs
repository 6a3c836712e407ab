using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads an array of exactly two elements of one type.</summary>
internal sealed class PairReader<T>(FieldReader<T> elements) : FieldReader<(T First, T Second)>
{
    public override JsonObject Describe(SchemaDefinitions definitions) => Schema.Tuple(elements.Describe(definitions), elements.Describe(definitions));

    public override bool TryRead(
        JsonElement element, [MaybeNullWhen(false)] out (T First, T Second) value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        problem = "must be an array of two elements.";
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() != 2)
            return false;
        if (!elements.TryRead(element[0], out var first, out problem) || !elements.TryRead(element[1], out var second, out problem))
            return false;
        value = (first, second);
        return true;
    }
}
