using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gateway.Conformance.Schemas;

/// <summary>Checks JSON against the part of JSON Schema 2020-12 that our schemas use; a word that it does not know is a failure.</summary>
/// <param name="root">The schema.</param>
public sealed class SchemaValidator(JsonObject root)
{
    /// <summary>The first thing that does not fit, with its path; null if everything does.</summary>
    public string? FirstProblem(JsonElement value) => Check(root, value, "$");

    private string? Check(JsonObject schema, JsonElement value, string path)
    {
        foreach (var (word, content) in schema)
        {
            if (Check(schema, word, content!, value, path) is { } problem)
                return problem;
        }

        return null;
    }

    private string? Check(JsonObject schema, string word, JsonNode content, JsonElement value, string path) => word switch
    {
        "$schema" or "$defs" or "title" or "format" => null,
        "$ref" => Check(root["$defs"]![content.GetValue<string>().Replace("#/$defs/", "", StringComparison.Ordinal)]!.AsObject(), value, path),
        "type" => Fits(Strings(content).Any(type => IsOfType(value, type)), $"is no {content.ToJsonString()}"),
        "const" or "enum" => Fits(
            value.ValueKind == JsonValueKind.String && Strings(content).Contains(value.GetString()), $"is not {content.ToJsonString()}"),
        "pattern" => Fits(
            value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, content.GetValue<string>(), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
            $"does not match {content}"),
        "minLength" => Fits(value.ValueKind != JsonValueKind.String || Characters(value) >= content.GetValue<int>(), $"is shorter than {content}"),
        "maxLength" => Fits(value.ValueKind != JsonValueKind.String || Characters(value) <= content.GetValue<int>(), $"is longer than {content}"),
        "minimum" => Fits(value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= Number(content), $"is less than {content}"),
        "maximum" => Fits(value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= Number(content), $"is more than {content}"),
        "minItems" => Fits(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= content.GetValue<int>(), $"has fewer than {content} elements"),
        "maxItems" => Fits(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= content.GetValue<int>(), $"has more than {content} elements"),
        "items" => First(Elements(value).Select((element, index) => Check(content.AsObject(), element, $"{path}[{index}]"))),
        "prefixItems" => First(Elements(value).Zip(content.AsArray()).Select((pair, index) => Check(pair.Second!.AsObject(), pair.First, $"{path}[{index}]"))),
        "anyOf" => Any(content.AsArray(), value, path),
        "required" => First(content.AsArray().Select(name => Fits(
            value.ValueKind != JsonValueKind.Object || value.TryGetProperty(name!.GetValue<string>(), out _), $"has no member {name}"))),
        "properties" => First(Members(value)
            .Where(member => content.AsObject().ContainsKey(member.Name))
            .Select(member => Check(content[member.Name]!.AsObject(), member.Value, $"{path}.{member.Name}"))),
        "additionalProperties" => First(Members(value)
            .Where(member => schema["properties"] is not JsonObject known || !known.ContainsKey(member.Name))
            .Select(member => Check(content.AsObject(), member.Value, $"{path}.{member.Name}"))),
        _ => throw new NotSupportedException($"Nobody checks '{word}'."),
    } is { } problem ? (problem.StartsWith('$') ? problem : $"{path} {problem}") : null;

    private string? Any(JsonArray schemas, JsonElement value, string path)
    {
        var problems = schemas.Select(schema => Check(schema!.AsObject(), value, path)).ToList();
        return problems.Contains(null) ? null : $"{path} fits none: {string.Join("; ", problems)}";
    }

    private static string? Fits(bool fits, string problem) => fits ? null : problem;

    private static string? First(IEnumerable<string?> problems) => problems.FirstOrDefault(problem => problem is not null);

    private static IEnumerable<string> Strings(JsonNode content) =>
        content is JsonArray several ? several.Select(one => one!.GetValue<string>()) : [content.GetValue<string>()];

    private static IEnumerable<JsonElement> Elements(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    private static IEnumerable<JsonProperty> Members(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    private static int Characters(JsonElement value) => value.GetString()!.EnumerateRunes().Count();

    private static decimal Number(JsonNode content) => decimal.Parse(content.ToJsonString(), CultureInfo.InvariantCulture);

    private static bool IsOfType(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
            or ("number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };
}
