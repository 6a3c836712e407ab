using System.Text.Json.Nodes;

namespace Gateway.Server.Requests.Contract;

/// <summary>The words of JSON Schema that the published contract uses.</summary>
internal static class Schema
{
    private const long MaxExact = (1L << 53) - 1;

    /// <summary>Null and nothing else.</summary>
    public static JsonObject Null => Of("null");

    /// <summary>A kind of JSON value.</summary>
    public static JsonObject Of(string type) => new() { ["type"] = type };

    /// <summary>One of these strings.</summary>
    public static JsonObject Names(IEnumerable<string> names) => new() { ["enum"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]) };

    /// <summary>Any of these.</summary>
    public static JsonObject Any(params IEnumerable<JsonObject> schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    /// <summary>The same or null.</summary>
    public static JsonObject OrNull(JsonObject schema) => Any(schema, Null);

    /// <summary>An array of any length, or of at most so many elements.</summary>
    public static JsonObject List(JsonObject elements, int? most = null)
    {
        var list = Of("array");
        if (most is not null)
            list["maxItems"] = most;
        list["items"] = elements;
        return list;
    }

    /// <summary>An array of exactly these.</summary>
    public static JsonObject Tuple(params IReadOnlyList<JsonObject> elements) => new()
    {
        ["type"] = "array",
        ["minItems"] = elements.Count,
        ["maxItems"] = elements.Count,
        ["prefixItems"] = new JsonArray([.. elements]),
    };

    /// <summary>An object with these members, some of which must be there; others may.</summary>
    public static JsonObject Record(IEnumerable<KeyValuePair<string, JsonObject>> members, IEnumerable<string> required) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value))),
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
    };

    /// <summary>What a client calls its request.</summary>
    public static JsonObject RequestId(SchemaDefinitions definitions) => definitions.Refer("RequestId", () => Any(
        new() { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = MaxExact },
        new() { ["type"] = "string", ["maxLength"] = 64 }));

    /// <summary>An order's id as an integer.</summary>
    public static JsonObject OrderId => new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = Gateway.Venues.OrderId.MaxValue };

    /// <summary>A decimal as it is written: plain, without trailing zeros.</summary>
    public static JsonObject Decimal => new() { ["type"] = "string", ["pattern"] = @"^-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$" };

    /// <summary>A moment as it is written: UTC, in microseconds.</summary>
    public static JsonObject Timestamp => new()
    {
        ["type"] = "string",
        ["format"] = "date-time",
        ["pattern"] = @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z$",
    };
}
