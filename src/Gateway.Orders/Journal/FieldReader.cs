using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal;

/// <summary>Reads what <see cref="FieldWriter"/> wrote.</summary>
internal static class FieldReader
{
    public static OrderId Order(this JsonElement data, string name) => new(data.GetProperty(name).GetInt64());

    public static OrderId? KnownOrder(this JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) ? new OrderId(value.GetInt64()) : null;

    public static int Leg(this JsonElement data) => data.TryGetProperty("leg", out var value) ? value.GetInt32() : 0;

    public static DateTimeOffset Time(this JsonElement data, string name) => data.GetProperty(name).GetDateTimeOffset();

    public static DateTimeOffset? KnownTime(this JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) ? value.GetDateTimeOffset() : null;

    public static decimal Decimal(this JsonElement data, string name) => decimal.Parse(data.Text(name));

    public static decimal? KnownDecimal(this JsonElement data, string name) =>
        data.KnownText(name) is { } text ? decimal.Parse(text) : null;

    public static string Text(this JsonElement data, string name) =>
        data.GetProperty(name).GetString() ?? throw new JsonException($"'{name}' is null.");

    public static string? KnownText(this JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static bool Flag(this JsonElement data, string name) => data.GetProperty(name).GetBoolean();
}
