using System.Text.Json;
using Gateway.Server.Requests;

namespace Gateway.Server.Sockets;

/// <summary>
/// A client's message, opened: who calls it what, which request it is, and its fields. A message with a key twice, at any
/// depth, is malformed: its two readers might not agree on what it says.
/// </summary>
internal sealed class Envelope : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 96, AllowDuplicateProperties = false };
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 96 };

    private readonly JsonDocument? document;

    private Envelope(JsonDocument? document, RequestId? id, string type, Refusal? refusal)
    {
        this.document = document;
        Id = id;
        Type = type;
        Refusal = refusal;
    }

    /// <summary>What the client calls it; null where none could be read.</summary>
    public RequestId? Id { get; }

    /// <summary>The request type; empty if refused.</summary>
    public string Type { get; }

    /// <summary>Why the message cannot be read; null if it can.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The whole object; valid until disposed, and while the message's bytes are.</summary>
    public JsonElement Fields => document!.RootElement;

    /// <summary>Opens a message.</summary>
    public static Envelope Open(ReadOnlyMemory<byte> message)
    {
        JsonDocument parsed;
        try
        {
            parsed = JsonDocument.Parse(message, Strict);
        }
        catch (JsonException failure)
        {
            return Explain(message, failure);
        }

        var (id, type, refusal) = Read(parsed.RootElement);
        if (refusal is null)
            return new(parsed, id, type, null);
        parsed.Dispose();
        return new(null, id, "", refusal);
    }

    public void Dispose() => document?.Dispose();

    private static (RequestId? Id, string Type, Refusal? Refusal) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return (null, "", Malformed($"A message is one JSON object, not {Words.ForKind(root.ValueKind)}."));

        var id = root.TryGetProperty("id"u8, out var idElement) ? RequestId.TryRead(idElement) : null;
        if (id is null)
            return (null, "", Malformed("'id' must be an integer within 0 … 2^53−1 or a string of at most 64 characters."));
        if (!root.TryGetProperty("type"u8, out var typeElement) || !WireText.TryGet(typeElement, out var type))
            return (id, "", Malformed("'type' must be a string that names a request type, such as \"SearchSymbol\"."));
        return (id, type, null);
    }

    // The slow path: why could it not be parsed?
    private static Envelope Explain(ReadOnlyMemory<byte> message, JsonException failure)
    {
        try
        {
            using var parsed = JsonDocument.Parse(message, Lenient);
            var duplicate = FirstDuplicate(parsed.RootElement) ?? "a key";
            var id = duplicate == "id" ? null : Read(parsed.RootElement).Id;
            return new(null, id, "", Malformed($"'{duplicate}' stands twice in one object; every key may stand once."));
        }
        catch (JsonException)
        {
            var where = $"line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1}";
            return new(null, null, "", Malformed($"The message is not one JSON object in UTF-8, nested at most {Strict.MaxDepth} deep: see {where}."));
        }
        catch (InvalidOperationException)
        {
            return new(null, null, "", Malformed("A key of the message is not valid Unicode."));
        }
    }

    private static string? FirstDuplicate(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var names = new HashSet<string>(StringComparer.Ordinal);
                foreach (var property in element.EnumerateObject())
                {
                    if (!names.Add(property.Name))
                        return property.Name;
                    if (FirstDuplicate(property.Value) is { } inner)
                        return inner;
                }

                return null;
            case JsonValueKind.Array:
                return element.EnumerateArray().Select(FirstDuplicate).FirstOrDefault(name => name is not null);
            default:
                return null;
        }
    }

    private static Refusal Malformed(string message) => new(ErrorCode.MalformedMessage, message);
}
