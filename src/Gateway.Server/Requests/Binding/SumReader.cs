using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;
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
    private readonly List<(string Name, FieldReader? Payload)> forms = [];

    public override JsonObject Describe(SchemaDefinitions definitions) => definitions.Refer(
        typeof(T).Name, () => Schema.Any(Forms(definitions)));

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
    protected void Add(string name, T value)
    {
        forms.Add((name, null));
        variants.Add(name, payload => IsAbsent(payload) ? (value, null) : (null, $"must not have a value: {name} takes none."));
    }

    /// <summary>Adds a variant with a payload.</summary>
    protected void Add<TPayload>(string name, FieldReader<TPayload> reader, Func<TPayload, T> make)
    {
        forms.Add((name, reader));
        variants.Add(name, payload =>
        {
            if (IsAbsent(payload))
                return (null, $"must have a value: {{\"type\": \"{name}\", \"value\": …}}.");
            return reader.TryRead(payload, out var content, out var problem) ? (make(content), null) : (null, $"({name}): its value {problem}");
        });
    }

    /// <summary>Describes each form in which a value may be written.</summary>
    protected virtual IEnumerable<JsonObject> Forms(SchemaDefinitions definitions)
    {
        var bare = forms.Where(form => form.Payload is null).Select(form => form.Name).ToList();
        if (bare.Count > 0)
            yield return Schema.Names(bare);
        foreach (var (name, payload) in forms)
        {
            var tag = KeyValuePair.Create("type", new JsonObject { ["const"] = name });
            yield return payload is null
                ? Schema.Record([tag, new("value", Schema.Null)], ["type"])
                : Schema.Record([tag, new("value", payload.Describe(definitions))], ["type", "value"]);
        }
    }

    /// <summary>Adds a variant whose payload may be null, which says something else than none at all.</summary>
    protected void AddNullable(string name, FieldReader<T> reader)
    {
        forms.Add((name, reader));
        variants.Add(name, payload => payload.ValueKind == JsonValueKind.Undefined
            ? (null, $"must have a value: {{\"type\": \"{name}\", \"value\": …}}.")
            : reader.TryRead(payload, out var value, out var problem) ? (value, null) : (null, $"({name}): its value {problem}"));
    }

    private static bool IsAbsent(JsonElement element) => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
}
