using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Binding;

/// <summary>
/// Reads a sum type: <c>{"type": "&lt;Variant&gt;", "value": &lt;payload&gt;}</c>, or for a variant without payload also the bare
/// string. Variants are written exactly.
/// </summary>
internal abstract class SumReader<T> : FieldReader<T>
    where T : class
{
    private readonly OrderedDictionary<string, Func<JsonElement, (T? Value, string? Problem)>> variants = new(StringComparer.Ordinal);

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? problem)
    {
        var tag = element;
        JsonElement payload = default;
        if (element.ValueKind == JsonValueKind.Object)
        {
            element.TryGetProperty("type"u8, out tag);
            element.TryGetProperty("value"u8, out payload);
        }

        (value, problem) = WireText.TryGet(tag, out var name) && variants.TryGetValue(name, out var read)
            ? read(payload)
            : (null, $"must be {{\"type\": …, \"value\": …}} with one of the types {string.Join(", ", variants.Keys)}.");
        return value is not null;
    }

    /// <summary>Adds a variant without payload.</summary>
    protected void Add(string name, T value) => variants.Add(name, payload => IsAbsent(payload)
        ? (value, null)
        : (null, $"must not have a value: {name} takes none."));

    /// <summary>Adds a variant with a payload.</summary>
    protected void Add<TPayload>(string name, FieldReader<TPayload> reader, Func<TPayload, T> make) => variants.Add(name, payload =>
    {
        if (IsAbsent(payload))
            return (null, $"must have a value: {{\"type\": \"{name}\", \"value\": …}}.");
        return reader.TryRead(payload, out var content, out var problem) ? (make(content), null) : (null, $"({name}): its value {problem}");
    });

    private static bool IsAbsent(JsonElement element) => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
}
