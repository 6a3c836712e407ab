using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Binding;

/// <summary>
/// Reads decimals exactly, never by way of a double: a string in plain notation, or any JSON number. What a decimal cannot
/// hold to the last digit is refused rather than rounded.
/// </summary>
internal sealed class DecimalReader : FieldReader<decimal>
{
    private const string NotPlain = "must be a decimal in plain notation, such as \"0.00001\", as a string or a number.";
    private const string TooFine = "has more digits than can be held exactly: at most 28, and at most 28 after the point.";

    public override JsonObject Describe(SchemaDefinitions definitions) => definitions.Refer("DecimalOrNumber", () => new()
    {
        ["type"] = new JsonArray("string", "number"),
        ["pattern"] = "^-?[0-9]+(\\.[0-9]+)?$",
    });

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out decimal value, [NotNullWhen(false)] out string? problem)
    {
        var isNumber = element.ValueKind == JsonValueKind.Number;
        value = 0;
        var text = isNumber ? JsonMarshal.GetRawUtf8Value(element)
            : WireText.TryGetPlain(element, out var plain) ? plain
            : WireText.TryGet(element, out var unescaped) ? Encoding.UTF8.GetBytes(unescaped)
            : default;
        problem = !isNumber && !IsPlain(text) ? NotPlain : ExactDecimal.TryParse(text, out value) ? null : TooFine;
        return problem is null;
    }

    private static bool IsPlain(ReadOnlySpan<byte> text)
    {
        var digits = text is [(byte)'-', ..] ? text[1..] : text;
        var point = digits.IndexOf((byte)'.');
        return IsDigits(point < 0 ? digits : digits[..point]) && (point < 0 || IsDigits(digits[(point + 1)..]));
    }

    private static bool IsDigits(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
