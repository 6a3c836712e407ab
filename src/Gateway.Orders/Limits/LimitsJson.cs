using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Orders.Journal;

namespace Gateway.Orders.Limits;

/// <summary>The notation of limits in the journal.</summary>
internal static class LimitsJson
{
    public static void Write(Utf8JsonWriter json, Limit limit)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, limit.Kind);
        switch (limit)
        {
            case AmountLimit amount:
                Write(json, amount.Whose);
                json.WriteString("scope"u8, amount.Which.Kind);
                json.WriteKnown("scope_name"u8, amount.Which.Name);
                json.WriteKnown("amount"u8, amount.Amount?.ToString());
                break;
            case SetEnforcing enforcing:
                Write(json, enforcing.Whose);
                json.WriteBoolean("enforcing"u8, enforcing.Enforcing);
                break;
            case MaxPriceDeviation deviation:
                json.WriteKnown("fraction"u8, deviation.Fraction);
                break;
            case ThresholdLimit threshold:
                json.WriteKnown("seconds"u8, (decimal?)threshold.Value?.TotalSeconds);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(limit), limit.Kind, "A limit of this shape has no notation yet.");
        }

        json.WriteEndObject();
    }

    public static Limit Read(JsonElement data)
    {
        var kind = data.Text("kind");
        if (AmountKind.Of(kind) is { } measure)
            return new AmountLimit(measure, ReadSet(data), ReadScope(data), ReadAmount(data.KnownText("amount")));
        if (ThresholdKind.Of(kind) is { } threshold)
            return new ThresholdLimit(threshold, data.KnownDecimal("seconds") is { } seconds ? TimeSpan.FromSeconds((double)seconds) : null);
        return kind switch
        {
            nameof(SetEnforcing) => new SetEnforcing(ReadSet(data), data.Flag("enforcing")),
            nameof(MaxPriceDeviation) => new MaxPriceDeviation(data.KnownDecimal("fraction")),
            _ => throw new JsonException($"'{kind}' is a limit that this version does not know."),
        };
    }

    public static ImmutableArray<Limit> ReadAll(JsonElement array) => [.. array.EnumerateArray().Select(Read)];

    private static void Write(Utf8JsonWriter json, LimitSet set)
    {
        json.WriteString("set"u8, set.Kind);
        json.WriteKnown("set_name"u8, set.Name);
    }

    private static LimitSet ReadSet(JsonElement data) =>
        LimitSet.Of(data.Text("set"), data.KnownText("set_name")) ?? throw new JsonException($"'{data.Text("set")}' is no set.");

    private static LimitScope ReadScope(JsonElement data) =>
        LimitScope.Of(data.Text("scope"), data.KnownText("scope_name")) ?? throw new JsonException($"'{data.Text("scope")}' is no scope.");

    private static LimitAmount? ReadAmount(string? text) =>
        text is null ? null
        : LimitAmount.TryParse(text, out var amount) ? amount
        : throw new JsonException($"'{text}' is no amount.");
}
