using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Orders;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Halts;
using Gateway.Server.Requests.Limits;
using Gateway.Venues;

namespace Gateway.Server.Requests.Answers;

/// <summary>How values look on the wire: the one place where the protocol's formats are written.</summary>
internal static class WireFormat
{
    /// <summary>The protocol's way to write JSON.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // Answers are read by JSON parsers, never pasted into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new Written<decimal>(WriteDecimal),
            new Written<Price>((json, price) => WriteDecimal(json, price.Value)),
            new Written<Quantity>((json, quantity) => WriteDecimal(json, quantity.Value)),
            new Written<Notional>((json, notional) => WriteDecimal(json, notional.Value)),
            new Written<OrderId>((json, order) => json.WriteNumberValue(order.Value)),
            new Written<DateTimeOffset>(WriteTimestamp),
            new Written<AccountName>((json, account) => json.WriteStringValue(account.Value)),
            new Written<MarketId>((json, market) => json.WriteStringValue(market.Value)),
            new Written<ProductId>((json, product) => json.WriteStringValue(product.Value)),
            new Written<VenueId>((json, venue) => json.WriteStringValue(venue.Value)),
            new Written<RouteId>((json, route) => json.WriteStringValue(route.Value)),
            new Written<OrderState>((json, state) => json.WriteNumberValue((int)state)),
            new Written<FillWarnings>((json, warnings) => json.WriteNumberValue((int)warnings)),
            new Written<MarketFlags>((json, flags) => json.WriteNumberValue((int)flags)),
            new Written<TimeInForce>((json, stays) => json.WriteStringValue(stays == TimeInForce.ImmediateOrCancel ? "IOC" : "GTC")),
            new Written<LimitSet>(LimitFormat.Write),
            new Written<LimitScope>(LimitFormat.Write),
            new Written<Limit>(LimitFormat.Write),
            new Written<Orders.Halts.Halt>(HaltFormat.Write),
            new Written<Unit>((json, _) => json.WriteNullValue()),
            new JsonStringEnumConverter(),
        },
    };

    private static void WriteDecimal(Utf8JsonWriter json, decimal value)
    {
        Span<byte> text = stackalloc byte[32];
        Plain.TryFormat(value, text, out var length);
        json.WriteStringValue(text[..length]);
    }

    private static void WriteTimestamp(Utf8JsonWriter json, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[27];
        value.UtcDateTime.TryFormat(text, out var length, "yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    // What clients send is read field by field elsewhere, so that every problem can be named at once.
    private sealed class Written<T>(Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    {
        public override bool HandleNull => false;

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException($"{typeToConvert} is only written.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
    }
}
