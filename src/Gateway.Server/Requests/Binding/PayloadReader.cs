using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads the payload of one variant of a sum type, of a shape that no other field has.</summary>
/// <param name="read">The value, or what would be right.</param>
internal sealed class PayloadReader<T>(Func<JsonElement, (T? Value, string? Problem)> read) : FieldReader<T>
    where T : class
{
    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? problem)
    {
        (value, problem) = read(element);
        return value is not null;
    }
}
