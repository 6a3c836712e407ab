using System.Text.Json;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Answers;

namespace Gateway.Server.Requests.Limits;

/// <summary>How limits, sets and scopes are written.</summary>
internal static class LimitFormat
{
    /// <summary>Writes a set.</summary>
    public static void Write(Utf8JsonWriter json, LimitSet set) => WriteNamed(json, set.Kind, set.Name);

    /// <summary>Writes a scope.</summary>
    public static void Write(Utf8JsonWriter json, LimitScope scope) => WriteNamed(json, scope.Kind, scope.Name);

    /// <summary>Writes a limit as it is set.</summary>
    public static void Write(Utf8JsonWriter json, Limit limit)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, limit.Kind);
        json.WritePropertyName("value"u8);
        switch (limit)
        {
            case AmountLimit amount:
                json.WriteStartArray();
                Write(json, amount.Whose);
                Write(json, amount.Which);
                json.WriteStringValue(amount.Amount?.ToString());
                json.WriteEndArray();
                break;
            case SetEnforcing enforcing:
                json.WriteStartArray();
                Write(json, enforcing.Whose);
                json.WriteBooleanValue(enforcing.Enforcing);
                json.WriteEndArray();
                break;
            case MaxPriceDeviation deviation:
                JsonSerializer.Serialize(json, deviation.Fraction, WireFormat.Options);
                break;
            case ThresholdLimit { Value: { } value }:
                json.WriteNumberValue((decimal)value.Ticks / TimeSpan.TicksPerSecond);
                break;
            default:
                json.WriteNullValue();
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, string kind, string? name)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, kind);
        if (name is not null)
            json.WriteString("value"u8, name);
        json.WriteEndObject();
    }
}
