using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Tests.Harness;

/// <summary>Draws what clients may send: requests as the schemas want them, requests with a mistake, and things that mean harm.</summary>
internal sealed class RandomRequests(int seed)
{
    private const int MaxDepth = 12;

    private static readonly string[] Words =
    [
        "DEFAULT", "SECOND", "THIRD", "NOBODY", "HYPERLIQUID", "DIRECT", "BTC", "usdc perp", "", "a\"b\\c", "é≤\u0000",
        "BTC-USD HYPERLIQUID Perpetual", "USDC Crypto", OrderFields.Btc, OrderFields.Btc, OrderFields.Btc, "All && !Base(\"BTC\")", "((((", "DEFAULT:x1",
    ];

    private static readonly string[] Decimals = ["50000", "50000", "49999.5", "0.1", "0.1", "0.00001", "0", "-1", "79228162514264337593543950335", "0.0000000000000000000000000001"];

    private static readonly string[] Oddities =
    [
        "null", "true", "-1", "0", "1.5", "1e400", "-0", "9007199254740993", "99999999999999999999999999999999999", "\"\"", "\"\\ud800\"", "\"\\u0000\"",
        "[]", "[null]", "[[[[]]]]", "{}", "{\"type\":\"Nothing\"}", "{\"type\":\"Venue\",\"value\":{}}", "\"Buy\"", "\"1e5\"", "\" 5\"", "\"NaN\"",
    ];

    private readonly Random random = new(seed);
    private readonly string[] types = [.. Published.Contract.Files.Keys
        .Where(path => path.EndsWith(".request.json", StringComparison.Ordinal))
        .Select(path => path["schemas/".Length..^".request.json".Length])];

    /// <summary>A request that its schema accepts.</summary>
    public (string Type, byte[] Text) Valid(int id)
    {
        var (type, request) = Right(id);
        return (type, Encoding.UTF8.GetBytes(request.ToJsonString()));
    }

    /// <summary>A request with one mistake, or none that matters.</summary>
    public byte[] Mutated(int id) => Encoding.UTF8.GetBytes(WithMistake(id));

    /// <summary>Bytes of ill will.</summary>
    public byte[] Hostile(int id)
    {
        var (type, bytes) = Valid(id);
        switch (random.Next(8))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return WithId(bytes, id) ? bytes : [];
            case 2:
                random.NextBytes(bytes);
                return bytes;
            case 3:
                return Encoding.UTF8.GetBytes(new string('[', random.Next(1, 60_000)));
            case 4:
                return Encoding.UTF8.GetBytes($"{{\"id\":{id},\"type\":\"QueryTradableProductIndex\",\"query\":\"{new string("(!"[random.Next(2)], random.Next(1, 60_000))}\"}}");
            case 5:
                return Encoding.UTF8.GetBytes($"{{\"id\":{id},\"type\":\"{new string('x', random.Next(1, 60_000))}\"}}");
            case 6:
                return Encoding.UTF8.GetBytes($"{{\"id\":{id},\"type\":\"{type}\",\"query\":{Nested(random.Next(1, 80))}}}");
            default:
                return Encoding.UTF8.GetBytes($"{{\"id\":{id},\"type\":\"SendLimitOrder\",\"price\":1{new string('0', random.Next(1, 60_000))}}}");
        }
    }

    private string WithMistake(int id)
    {
        var request = Right(id).Request;
        var text = request.ToJsonString();
        var member = request.ElementAt(random.Next(request.Count)).Key;
        var oddity = Oddities[random.Next(Oddities.Length)];
        switch (random.Next(5))
        {
            case 0:
                request.Remove(member);
                return request.ToJsonString();
            case 1 when member != "id":
                request.Remove(member);
                return $"{request.ToJsonString()[..^1]},\"{member}\":{oddity}}}";
            case 2:
                return $"{text[..^1]},\"{member}\":{oddity}}}";
            case 3:
                return $"{text[..^1]},\"surprise\":{oddity}}}";
            default:
                request["type"] = $"{request["type"]}{random.Next(3)}";
                return request.ToJsonString();
        }
    }

    private (string Type, JsonObject Request) Right(int id)
    {
        var type = types[random.Next(types.Length)];
        var schema = Published.Contract.Files[PublishedContract.RequestFile(type)];
        var request = Draw(schema, schema, 0)!.AsObject();
        request["id"] = id;
        return (type, request);
    }

    private static string Nested(int depth) => depth == 0 ? "\"All\"" : $"{{\"type\":\"Not\",\"value\":{Nested(depth - 1)}}}";

    // A changed byte may make one request's id another's, which would be answered as such.
    private static bool WithId(byte[] bytes, int id) =>
        Regex.IsMatch(Encoding.UTF8.GetString(bytes), $"^\\{{\"id\":{id},", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private JsonNode? Draw(JsonObject root, JsonObject schema, int depth)
    {
        if (schema["$ref"] is { } reference)
            return Draw(root, root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), depth + 1);
        if (schema["const"] is { } only)
            return only.DeepClone();
        if (schema["enum"] is JsonArray names)
            return names[random.Next(names.Count)]!.DeepClone();
        if (schema["anyOf"] is JsonArray choice)
            return Draw(root, choice[depth > MaxDepth ? 0 : random.Next(choice.Count)]!.AsObject(), depth + 1);
        var type = schema["type"] is JsonArray types ? types[random.Next(types.Count)]!.GetValue<string>() : schema["type"]!.GetValue<string>();
        return type switch
        {
            "null" => null,
            "boolean" => random.Next(2) == 0,
            "integer" => random.NextInt64(Limit(schema, "minimum", 0), Math.Min(Limit(schema, "maximum", 1000), 1000) + 1),
            "number" => JsonNode.Parse(Decimals[random.Next(Decimals.Length)]),
            "string" => Text(schema),
            "array" => List(root, schema, depth),
            _ => schema["properties"] is null ? new JsonObject { ["type"] = Words[random.Next(Words.Length)] } : Record(root, schema, depth),
        };
    }

    private static long Limit(JsonObject schema, string word, long otherwise) =>
        schema[word] is { } limit ? long.Parse(limit.ToJsonString(), CultureInfo.InvariantCulture) : otherwise;

    private string Text(JsonObject schema)
    {
        if (schema["format"] is not null)
            return $"2026-01-0{random.Next(1, 10)}T12:00:0{random.Next(10)}.{random.Next(1000):D3}Z";
        if (schema["pattern"] is { } pattern)
            return pattern.GetValue<string>() == "^[0-9]+$" ? $"{random.Next(1, 600)}" : Decimals[random.Next(Decimals.Length)];
        var word = Words[random.Next(Words.Length)];
        var (least, most) = (Limit(schema, "minLength", 0), Limit(schema, "maxLength", int.MaxValue));
        return word.Length < least ? new string('x', (int)least) : word.Length > most ? word[..(int)most] : word;
    }

    private JsonArray List(JsonObject root, JsonObject schema, int depth) => schema["prefixItems"] is JsonArray each
        ? new([.. each.Select(element => Draw(root, element!.AsObject(), depth + 1))])
        : new([.. Enumerable.Range(0, depth > MaxDepth ? 0 : random.Next(4)).Select(_ => Draw(root, schema["items"]!.AsObject(), depth + 1))]);

    private JsonObject Record(JsonObject root, JsonObject schema, int depth)
    {
        var required = schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        return new(schema["properties"]!.AsObject()
            .Where(member => required.Contains(member.Key) || random.Next(3) == 0)
            .Select(member => KeyValuePair.Create(member.Key, Draw(root, member.Value!.AsObject(), depth + 1))));
    }
}
