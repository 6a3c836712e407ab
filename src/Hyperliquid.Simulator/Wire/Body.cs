using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Wire;

/// <summary>A JSON object read strictly: a missing or ill-typed member throws <see cref="UnreadableException"/>; unknown members are ignored.</summary>
internal readonly struct Body(JsonElement element)
{
    private const int MaxDecimals = 8;
    private const int CloidLength = 34;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static Body Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Of(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw new UnreadableException("not JSON");
        }
    }

    public static Body Of(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? new(element) : throw new UnreadableException("expected an object");

    /// <summary>The object as it came.</summary>
    public JsonElement Json => element;

    /// <summary>Whether the member is there and not null.</summary>
    public bool Has(string name) => element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null;

    public JsonElement Member(string name) =>
        element.TryGetProperty(name, out var member) ? member : throw new UnreadableException($"missing field `{name}`");

    public string Text(string name) => Member(name) is { ValueKind: JsonValueKind.String } member
        ? member.GetString()!
        : throw new UnreadableException($"`{name}` must be a string");

    public bool Flag(string name) => Member(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new UnreadableException($"`{name}` must be a boolean"),
    };

    /// <summary>A whole number, not negative.</summary>
    public long Integer(string name) => Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var value) && value >= 0
        ? value
        : throw new UnreadableException($"`{name}` must be an unsigned integer");

    /// <summary>A whole number that may be negative.</summary>
    public long SignedInteger(string name) => Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var value)
        ? value
        : throw new UnreadableException($"`{name}` must be a whole number");

    /// <summary>A number in a string, with at most eight fractional digits.</summary>
    public decimal Decimal(string name)
    {
        var text = Text(name);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var readable = text.Length > 0 && char.IsAsciiDigit(text[^1]) && (point < 0 || text.Length - point - 1 <= MaxDecimals);
        return readable && decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value == 0 ? 0 : value // "-0" is 0
            : throw new UnreadableException($"`{name}` must be a decimal string with at most {MaxDecimals} decimals");
    }

    /// <summary>20 bytes in hex.</summary>
    public Address Address(string name) => Gateway.Cryptography.Address.TryParse(Text(name), out var address)
        ? address
        : throw new UnreadableException($"`{name}` must be an address");

    /// <summary>16 bytes in hex, in lower case as they are hashed.</summary>
    public string Cloid(string name) => TryCloid(Text(name), out var cloid)
        ? cloid
        : throw new UnreadableException($"`{name}` must be 0x and 32 hex digits");

    public Body Object(string name) => Of(Member(name));

    public IEnumerable<Body> Objects(string name) => Member(name) is { ValueKind: JsonValueKind.Array } member
        ? member.EnumerateArray().Select(Of)
        : throw new UnreadableException($"`{name}` must be an array");

    private static bool TryCloid(string text, out string cloid)
    {
        cloid = text.ToLowerInvariant();
        return cloid.Length == CloidLength && cloid.StartsWith("0x", StringComparison.Ordinal) && cloid.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0;
    }
}
