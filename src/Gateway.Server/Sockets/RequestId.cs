using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gateway.Server.Sockets;

/// <summary>
/// What a client calls its request: an integer 0 … 2^53−1 or a string of at most 64 characters. It is echoed byte for
/// byte; two are the same if they mean the same, however escaped.
/// </summary>
internal sealed class RequestId : IEquatable<RequestId>
{
    private const int MaxCharacters = 64;
    private const long MaxNumber = (1L << 53) - 1;

    private readonly byte[] raw;
    private readonly string? text;
    private readonly long number;

    private RequestId(byte[] raw, string? text, long number)
    {
        this.raw = raw;
        this.text = text;
        this.number = number;
    }

    /// <summary>The JSON as it came.</summary>
    public ReadOnlySpan<byte> Raw => raw;

    /// <summary>Reads an id.</summary>
    /// <returns>Null if the element is no usable id.</returns>
    public static RequestId? TryRead(JsonElement element)
    {
        var json = JsonMarshal.GetRawUtf8Value(element);
        switch (element.ValueKind)
        {
            case JsonValueKind.Number when !json.ContainsAnyExceptInRange((byte)'0', (byte)'9')
                && element.TryGetInt64(out var number) && number <= MaxNumber:
                return new(json.ToArray(), null, number);
            case JsonValueKind.String when WireText.TryGet(element, out var text) && text.Length <= MaxCharacters:
                return new(json.ToArray(), text, 0);
            default:
                return null;
        }
    }

    public bool Equals(RequestId? other) => other is not null && number == other.number && text == other.text;

    public override bool Equals(object? obj) => Equals(obj as RequestId);

    public override int GetHashCode() => HashCode.Combine(number, text);

    /// <summary>As it came.</summary>
    public override string ToString() => System.Text.Encoding.UTF8.GetString(raw);
}
