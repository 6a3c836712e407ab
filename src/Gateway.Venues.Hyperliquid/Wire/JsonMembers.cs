using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>
/// Members of venue messages. The venue adds members without notice, leaves optional ones out or states them as null, and
/// writes decimals as strings of any length: an absent, null or wrongly typed member reads as null, and the caller decides
/// whether it can do without.
/// </summary>
internal static partial class JsonMembers
{
    // Every escape, so that none begins within another; those of halves are longer.
    [GeneratedRegex(@"\\(u[dD][89a-fA-F][0-9a-fA-F]{2}|.)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Escape { get; }

    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name)?.AsText();

    /// <summary>A text; null: it is none. Escapes that stand for half a character, which JSON allows and no text may hold, become its replacement (U+FFFD).</summary>
    public static string? AsText(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Where one half stands alone, no other is worth telling apart from it.
            using var whole = JsonDocument.Parse(Escape.Replace(element.GetRawText(), escape => escape.Length > 2 ? @"\ufffd" : escape.Value));
            return whole.RootElement.GetString();
        }
    }

    public static decimal? Number(this JsonElement element, string name) => element.Member(name)?.AsNumber();

    public static decimal? AsNumber(this JsonElement element)
    {
        var text = element.ValueKind switch
        {
            JsonValueKind.String => element.AsText(),
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    public static long? Integer(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    /// <summary>A small count or position that something cannot do without.</summary>
    /// <exception cref="UnreadableMessageException">It is absent, or outside 0 … <paramref name="most"/>.</exception>
    public static int Small(this JsonElement element, string name, int most) =>
        element.Integer(name) is { } value && value >= 0 && value <= most
            ? (int)value
            : throw new UnreadableMessageException($"{name} is not within 0 … {most}: {element.GetRawText()}");

    /// <summary>A number that something cannot do without.</summary>
    /// <exception cref="UnreadableMessageException">It is absent or none.</exception>
    public static decimal Need(this JsonElement element, string name) =>
        element.Number(name) ?? throw new UnreadableMessageException($"{name} is missing or no number.");

    /// <summary>A whole number that something cannot do without.</summary>
    /// <exception cref="UnreadableMessageException">It is absent or none.</exception>
    public static long NeedInteger(this JsonElement element, string name) =>
        element.Integer(name) ?? throw new UnreadableMessageException($"{name} is missing or no whole number.");

    /// <summary>A text that something cannot do without.</summary>
    /// <exception cref="UnreadableMessageException">It is absent or none.</exception>
    public static string NeedText(this JsonElement element, string name) =>
        element.Text(name) ?? throw new UnreadableMessageException($"{name} is missing or no text.");

    /// <summary>A member that something cannot do without.</summary>
    /// <exception cref="UnreadableMessageException">It is absent.</exception>
    public static JsonElement NeedMember(this JsonElement element, string name) =>
        element.Member(name) ?? throw new UnreadableMessageException($"{name} is missing.");

    /// <summary>A moment that something cannot do without.</summary>
    /// <exception cref="UnreadableMessageException">It is absent or none.</exception>
    public static DateTimeOffset NeedTime(this JsonElement element, string name) =>
        element.Time(name) ?? throw new UnreadableMessageException($"{name} is missing or no time.");

    /// <summary>An address, in lower case.</summary>
    /// <exception cref="UnreadableMessageException">It is absent or none.</exception>
    public static string NeedAddress(this JsonElement element, string name) => Cryptography.Address.TryParse(element.Text(name), out var address)
        ? address.ToString()
        : throw new UnreadableMessageException($"{name} is missing or no address.");

    /// <summary>The member <c>side</c>.</summary>
    /// <exception cref="UnreadableMessageException">It is absent or none.</exception>
    public static Side NeedSide(this JsonElement element) => element.Text("side") switch
    {
        "B" => Side.Buy,
        "A" => Side.Sell,
        _ => throw new UnreadableMessageException("side is neither B nor A."),
    };

    /// <summary>Each element of an array.</summary>
    /// <exception cref="UnreadableMessageException">It is none.</exception>
    public static ImmutableArray<T> Rows<T>(this JsonElement array, Func<JsonElement, T> read) => array.ValueKind == JsonValueKind.Array
        ? [.. array.EnumerateArray().Select(read)]
        : throw new UnreadableMessageException("The answer is not an array.");

    public static bool Flag(this JsonElement element, string name) => element.Member(name) is { ValueKind: JsonValueKind.True };

    /// <summary>The items of an array member; none where it is absent.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static DateTimeOffset? Time(this JsonElement element, string name) => AsTime(element.Integer(name));

    /// <summary>The moment that is meant (Unix ms); null: none.</summary>
    public static DateTimeOffset? AsTime(long? milliseconds) =>
        milliseconds is { } value and > 0 and < 253_402_300_799_999 ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
}
