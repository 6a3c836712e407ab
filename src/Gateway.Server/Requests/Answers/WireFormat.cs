using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gateway.Orders;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Contract;
using Gateway.Server.Requests.Halts;
using Gateway.Server.Requests.Limits;
using Gateway.Venues;

namespace Gateway.Server.Requests.Answers;

/// <summary>How values look on the wire: the one place where the protocol's formats are written.</summary>
internal static class WireFormat
{
    // What JSON has a kind for and needs no converter.
    private static readonly Dictionary<Type, string> Plainly = new()
    {
        [typeof(string)] = "string",
        [typeof(bool)] = "boolean",
        [typeof(int)] = "integer",
        [typeof(long)] = "integer",
    };

    /// <summary>The protocol's way to write JSON.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // Answers are read by JSON parsers, never pasted into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new Written<decimal>(WriteDecimal, Decimal),
            new Written<Price>((json, price) => WriteDecimal(json, price.Value), Decimal),
            new Written<Quantity>((json, quantity) => WriteDecimal(json, quantity.Value), Decimal),
            new Written<Notional>((json, notional) => WriteDecimal(json, notional.Value), Decimal),
            new Written<OrderId>((json, order) => json.WriteNumberValue(order.Value), OrderId),
            new Written<DateTimeOffset>(WriteTimestamp, Timestamp),
            new Written<AccountName>((json, account) => json.WriteStringValue(account.Value), Text),
            new Written<MarketId>((json, market) => json.WriteStringValue(market.Value), Text),
            new Written<ProductId>((json, product) => json.WriteStringValue(product.Value), Text),
            new Written<VenueId>((json, venue) => json.WriteStringValue(venue.Value), Text),
            new Written<RouteId>((json, route) => json.WriteStringValue(route.Value), Text),
            new Written<OrderState>((json, state) => json.WriteNumberValue((int)state), Bits),
            new Written<FillWarnings>((json, warnings) => json.WriteNumberValue((int)warnings), Bits),
            new Written<MarketFlags>((json, flags) => json.WriteNumberValue((int)flags), Bits),
            new Written<TimeInForce>((json, stays) => json.WriteStringValue(stays == TimeInForce.ImmediateOrCancel ? "IOC" : "GTC"), Stays),
            new Written<LimitSet>(LimitFormat.Write),
            new Written<LimitScope>(LimitFormat.Write),
            new Written<Limit>(LimitFormat.Write),
            new Written<Orders.Halts.Halt>(HaltFormat.Write),
            new Written<Unit>((json, _) => json.WriteNullValue(), Nothing),
            new PairConverter(),
            new JsonStringEnumConverter(),
        },
    };

    /// <summary>Describes how values of a type are written; null where they are written member by member, or as they are read.</summary>
    public static JsonObject? Describe(Type type, SchemaDefinitions definitions) =>
        Plainly.GetValueOrDefault(type) is { } kind ? Schema.Of(kind)
        : Options.Converters.OfType<IDescribed>().FirstOrDefault(known => known.Type == type)?.Describe(definitions);

    /// <summary>Writes a decimal as a string in plain notation.</summary>
    public static void WriteDecimal(Utf8JsonWriter json, decimal value)
    {
        Span<byte> text = stackalloc byte[32];
        Plain.TryFormat(value, text, out var length);
        json.WriteStringValue(text[..length]);
    }

    /// <summary>Writes a moment by RFC 3339, in UTC to the microsecond.</summary>
    public static void WriteTimestamp(Utf8JsonWriter json, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[Plain.MomentLength];
        Plain.Format(value, text);
        json.WriteStringValue(text);
    }

    private static JsonObject Decimal(SchemaDefinitions definitions) => definitions.Refer("Decimal", () => Schema.Decimal);

    private static JsonObject Timestamp(SchemaDefinitions definitions) => definitions.Refer("Timestamp", () => Schema.Timestamp);

    private static JsonObject OrderId(SchemaDefinitions definitions) => definitions.Refer("OrderId", () => Schema.OrderId);

    private static JsonObject Text(SchemaDefinitions definitions) => Schema.Of("string");

    private static JsonObject Bits(SchemaDefinitions definitions) => new() { ["type"] = "integer", ["minimum"] = 0 };

    private static JsonObject Stays(SchemaDefinitions definitions) => Schema.Names(["GTC", "IOC"]);

    private static JsonObject Nothing(SchemaDefinitions definitions) => Schema.Null;

    private interface IDescribed
    {
        Type Type { get; }

        JsonObject? Describe(SchemaDefinitions definitions);
    }

    // What clients send is read field by field elsewhere, so that every problem can be named at once.
    private sealed class Written<T>(Action<Utf8JsonWriter, T> write, Func<SchemaDefinitions, JsonObject>? describe = null) : JsonConverter<T>, IDescribed
    {
        Type IDescribed.Type => typeof(T);

        public override bool HandleNull => false;

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException($"{typeToConvert} is only written.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);

        public JsonObject? Describe(SchemaDefinitions definitions) => describe?.Invoke(definitions);
    }
}
