using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Cryptography;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>A parameter of a question that clients pass on: how they name it, how the venue does, and what is right.</summary>
/// <param name="Name">As clients say it.</param>
/// <param name="VenueName">As the venue says it.</param>
/// <param name="IsRequired">Whether it may be left out.</param>
/// <param name="Read">The value in the venue's notation; null: it is not right.</param>
/// <param name="Right">What would be right, in words.</param>
internal sealed record QueryParameter(string Name, string VenueName, bool IsRequired, Func<JsonElement, JsonNode?> Read, string Right)
{
    private static readonly string[] Intervals = ["1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "8h", "12h", "1d", "3d", "1w", "1M"];

    public static QueryParameter Coin { get; } = new("coin", "coin", IsRequired: true, Text, "a market by the venue's name of it");

    public static QueryParameter Dex { get; } = new("dex", "dex", IsRequired: false, Text, "the name of a perpetuals dex");

    public static QueryParameter Builder { get; } = new(
        "builder", "builder", IsRequired: true, value => Address.TryParse(TextOf(value), out var address) ? address.ToString() : null, "an address");

    public static QueryParameter Order { get; } = new("order", "oid", IsRequired: true, OrderOf, "the venue's number of an order or its cloid");

    public static QueryParameter Interval { get; } = new(
        "interval", "interval", IsRequired: true, value => Intervals.Contains(TextOf(value), StringComparer.Ordinal) ? TextOf(value) : null,
        $"one of {string.Join(", ", Intervals)}");

    public static QueryParameter Since { get; } = new("start_time", "startTime", IsRequired: true, Time, "an RFC 3339 timestamp with an offset");

    public static QueryParameter Until { get; } = Since with { Name = "end_time", VenueName = "endTime", IsRequired = false };

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonNode? Text(JsonElement value) => TextOf(value) is { Length: <= 64 } text ? text : null;

    private static JsonNode? OrderOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0)
            return number;
        return TextOf(value) is { Length: Cloid.TextLength } cloid && cloid.StartsWith("0x", StringComparison.Ordinal) && cloid.Skip(2).All(char.IsAsciiHexDigit)
            ? cloid.ToLowerInvariant()
            : null;
    }

    private static JsonNode? Time(JsonElement value) => DateTimeOffset.TryParse(
        TextOf(value), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) && time.ToUnixTimeMilliseconds() >= 0
            ? time.ToUnixTimeMilliseconds()
            : null;
}
