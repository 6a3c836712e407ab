using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Requests.Binding;

/// <summary>Knows what one type of field looks like on the wire.</summary>
internal abstract class FieldReader
{
    /// <summary>Describes in JSON Schema what should be sent; what is read besides, such as other cases of names, need not be told.</summary>
    public abstract JsonObject Describe(SchemaDefinitions definitions);
}

/// <summary>
/// Reads one type of field from JSON. Every class derived from this is found at start, so a new field type is one new file.
/// </summary>
internal abstract class FieldReader<T> : FieldReader
{
    /// <summary>Reads a value.</summary>
    /// <param name="element">The JSON; never null.</param>
    /// <param name="value">The value, if it could be read.</param>
    /// <param name="problem">Otherwise what would be right, as the end of a sentence that begins with the field: <c>must be …</c>.</param>
    public abstract bool TryRead(JsonElement element, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? problem);
}
