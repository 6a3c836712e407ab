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
        value = 0;
        problem = NotPlain;
        if (element.ValueKind == JsonValueKind.Number)
            problem = ExactDecimal.TryParse(JsonMarshal.GetRawUtf8Value(element), out value) ? null : TooFine;
        else if (WireText.TryGet(element, out var text) && IsPlain(text))
            problem = ExactDecimal.TryParse(Encoding.UTF8.GetBytes(text), out value) ? null : TooFine;
        return problem is null;
    }

    private static bool IsPlain(string text)
    {
        var digits = text.StartsWith('-') ? text.AsSpan(1) : text;
        var point = digits.IndexOf('.');
        return IsDigits(point < 0 ? digits : digits[..point]) && (point < 0 || IsDigits(digits[(point + 1)..]));
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
