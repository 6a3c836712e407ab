using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gateway.Conformance.Patterns;

/// <summary>A kind of value, such as <c>&lt;int&gt;</c> or <c>&lt;above:5&gt;</c>; with a question mark at the end also null.</summary>
internal sealed partial record Wildcard(string Kind, Func<JsonElement, bool> Fits, bool OrNull) : Pattern
{
    public override Mismatch? Match(JsonElement? actual, string path, Matching matching) => actual switch
    {
        null => Kind == "absent" ? null : new(path, $"<{Kind}> expected, but it is missing."),
        { } value when (OrNull && value.ValueKind == JsonValueKind.Null) || Fits(value) => null,
        { } value => new(path, $"<{Kind}> expected, {value.Excerpt()} received."),
    };

    /// <summary>Reads what stands between the angle brackets.</summary>
    /// <exception cref="FormatException">There is no such kind.</exception>
    public static Wildcard Of(string text)
    {
        var orNull = text.EndsWith('?');
        var parts = text.TrimEnd('?').Split(':', 2);
        return new(text, parts.Length == 1 ? Plain(parts[0]) : With(parts[0], parts[1]), orNull);
    }

    private static Func<JsonElement, bool> Plain(string kind) => kind switch
    {
        "any" => _ => true,
        "absent" => _ => false,
        "null" => value => value.ValueKind == JsonValueKind.Null,
        "bool" => value => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value => value.ValueKind == JsonValueKind.Number,
        "int" => value => Integer(value) is not null,
        "string" => value => value.ValueKind == JsonValueKind.String,
        "object" => value => value.ValueKind == JsonValueKind.Object,
        "array" => value => value.ValueKind == JsonValueKind.Array,
        "decimal" => value => Text(value) is { } text && PlainDecimal().IsMatch(text),
        "timestamp" => value => Text(value) is { } text && IsTimestamp(text),
        "ascending" => value => IsOrdered(value, Integer, Comparer<long?>.Default),
        "sorted" => value => IsOrdered(value, Text, StringComparer.Ordinal),
        _ => throw new FormatException($"There is no wildcard <{kind}>."),
    };

    private static Func<JsonElement, bool> With(string kind, string argument) => kind switch
    {
        "bits" => Bits(argument),
        "above" => Above(Number(argument)),
        "count" => value => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == Number(argument),
        "atmost" => value => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= Number(argument),
        "length" => value => Text(value)?.Length == Number(argument),
        "contains" => value => Text(value)?.Contains(argument, StringComparison.OrdinalIgnoreCase) == true,
        _ => throw new FormatException($"There is no wildcard <{kind}:…>."),
    };

    // <bits:5> has both bits set, <bits:5-64> in addition the bit 64 clear.
    private static Func<JsonElement, bool> Bits(string argument)
    {
        var parts = argument.Split('-');
        var set = Number(parts[0]);
        var clear = parts.Length > 1 ? Number(parts[1]) : 0;
        return value => Integer(value) is { } bits && (bits & set) == set && (bits & clear) == 0;
    }

    private static Func<JsonElement, bool> Above(long bound) => value => Integer(value) > bound;

    private static long Number(string argument) =>
        long.TryParse(argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{argument}' is not a whole number.");

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // 1.0 and 1e0 are integers to a parser, but not to the contract.
    private static long? Integer(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number
        && long.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static bool IsTimestamp(string text) =>
        DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static bool IsOrdered<T>(JsonElement value, Func<JsonElement, T> read, IComparer<T> order)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return false;
        T[] elements = [.. value.EnumerateArray().Select(read)];
        return elements.All(element => element is not null)
            && elements.Zip(elements.Skip(1)).All(pair => order.Compare(pair.First, pair.Second) < 0);
    }

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d*[1-9])?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlainDecimal();
}
