using System.Text.Json;

namespace Gateway.Server.Requests.Halts;

/// <summary>How halts are written.</summary>
internal static class HaltFormat
{
    /// <summary>Writes a halt as it is declared.</summary>
    public static void Write(Utf8JsonWriter json, Orders.Halts.Halt halt)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, halt.Kind);
        if (halt.Names is [var only])
        {
            json.WriteString("value"u8, only);
        }
        else if (!halt.Names.IsEmpty)
        {
            json.WriteStartArray("value"u8);
            foreach (var name in halt.Names)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
