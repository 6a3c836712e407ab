using System.Text.Json;
using Gateway.Orders.Journal;

namespace Gateway.Orders.Halts;

/// <summary>The notation of halts in the journal.</summary>
internal static class HaltJson
{
    public static void Write(Utf8JsonWriter json, Halt halt)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("kind"u8, halt.Kind);
        json.WriteStartArray("names"u8);
        foreach (var name in halt.Names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    public static Halt Read(JsonElement data)
    {
        var kind = data.Text("kind");
        return Halt.Of(kind, [.. data.GetProperty("names").EnumerateArray().Select(name => name.GetString() ?? "")])
            ?? throw new JsonException($"'{kind}' is a halt that this version does not know.");
    }
}
