using System.Globalization;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>
/// Steps through a message whose form is known in advance, without strings. Each is false or null where the message goes another way: then
/// it is read anew, by the rules for any form.
/// </summary>
internal static class JsonSteps
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static bool ToObject(this ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.StartObject;

    public static bool ToArray(this ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.StartArray;

    /// <summary>To the name of the next member.</summary>
    public static bool ToMember(this ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.PropertyName && !json.ValueIsEscaped;

    /// <summary>To the name of the next member, which has to be this.</summary>
    public static bool ToMember(this ref Utf8JsonReader json, ReadOnlySpan<byte> name) => json.ToMember() && json.ValueTextEquals(name);

    public static bool ToText(this ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.String && !json.ValueIsEscaped;

    public static bool ToText(this ref Utf8JsonReader json, ReadOnlySpan<byte> text) => json.ToText() && json.ValueTextEquals(text);

    /// <summary>To the end of so many objects, each the last member of the next.</summary>
    public static bool ToEnd(this ref Utf8JsonReader json, int objects)
    {
        for (var left = objects; left > 0; left--)
        {
            if (!json.Read() || json.TokenType != JsonTokenType.EndObject)
                return false;
        }

        return true;
    }

    public static long? NextInteger(this ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var value) ? value : null;

    /// <summary>A decimal, which the venue writes as a string.</summary>
    public static decimal? NextDecimal(this ref Utf8JsonReader json) =>
        json.ToText() && decimal.TryParse(json.ValueSpan, Decimal, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Takes the value of a member; false: it has none, or had one before.</summary>
    public static bool Once<T>(ref T? member, T? value)
        where T : struct
    {
        if (member is not null || value is null)
            return false;
        member = value;
        return true;
    }
}
