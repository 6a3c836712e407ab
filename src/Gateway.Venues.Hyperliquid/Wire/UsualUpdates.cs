using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>
/// A message of <c>orderUpdates</c> as nearly every one is, read in one pass into room that is used again. Every other form is left to
/// <see cref="OrderReport"/>, which says the same of this one. One instance serves one receiver.
/// </summary>
internal sealed class UsualUpdates
{
    private readonly List<OrderReport> reports = [];

    // Most messages are about the market of the one before.
    private string lastCoin = "";

    /// <summary>What was read last, in the order of the message; valid until the next call.</summary>
    public ReadOnlySpan<OrderReport> Reports => CollectionsMarshal.AsSpan(reports);

    /// <summary>Reads a message as a whole, or not at all.</summary>
    public bool TryRead(ReadOnlySpan<byte> frame)
    {
        reports.Clear();
        if (!frame.StartsWith("{"u8))
            return false;
        try
        {
            var json = new Utf8JsonReader(frame);
            if (!json.ToObject() || !json.ToMember("channel"u8) || !json.ToText("orderUpdates"u8) || !json.ToMember("data"u8) || !json.ToArray())
                return false;
            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                if (ReadUpdate(ref json) is not { } report)
                    return false;
                reports.Add(report);
            }

            return json.TokenType == JsonTokenType.EndArray && json.ToEnd(1) && !json.Read();
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    // Null: in another form. A member that is repeated, null, or not of its usual kind, makes it one.
    private OrderReport? ReadUpdate(ref Utf8JsonReader json)
    {
        OrderReport? order = null;
        string? status = null;
        while (json.ToMember())
        {
            if (json.ValueTextEquals("order"u8))
            {
                if (!JsonSteps.Once(ref order, ReadOrder(ref json)))
                    return null;
            }
            else if (json.ValueTextEquals("status"u8))
            {
                if (status is not null || !json.ToText())
                    return null;
                status = OrderStatusWord.Shared(json.ValueSpan) ?? json.GetString();
            }
            else
            {
                json.Skip();
            }
        }

        return json.TokenType == JsonTokenType.EndObject && status is not null && order is { } read ? read with { Status = status } : null;
    }

    private OrderReport? ReadOrder(ref Utf8JsonReader json)
    {
        if (!json.ToObject())
            return null;
        long? number = null;
        Cloid? cloid = null;
        string? coin = null;
        decimal? original = null;
        decimal? remaining = null;
        decimal? price = null;
        DateTimeOffset? placedAt = null;
        Side? side = null;
        bool? reduceOnly = null;
        while (json.ToMember())
        {
            var isUsual = true;
            if (json.ValueTextEquals("oid"u8))
                isUsual = JsonSteps.Once(ref number, json.NextInteger());
            else if (json.ValueTextEquals("cloid"u8))
                isUsual = JsonSteps.Once(ref cloid, json.ToText() && Cloid.TryParse(json.ValueSpan, out var name) ? name : null);
            else if (json.ValueTextEquals("coin"u8))
                isUsual = coin is null && (coin = NextCoin(ref json)) is not null;
            else if (json.ValueTextEquals("origSz"u8))
                isUsual = JsonSteps.Once(ref original, json.NextDecimal());
            else if (json.ValueTextEquals("sz"u8))
                isUsual = JsonSteps.Once(ref remaining, json.NextDecimal());
            else if (json.ValueTextEquals("limitPx"u8))
                isUsual = JsonSteps.Once(ref price, json.NextDecimal());
            else if (json.ValueTextEquals("timestamp"u8))
                isUsual = JsonSteps.Once(ref placedAt, JsonMembers.AsTime(json.NextInteger()));
            else if (json.ValueTextEquals("side"u8))
                isUsual = JsonSteps.Once(ref side, NextSide(ref json));
            else if (json.ValueTextEquals("reduceOnly"u8))
                isUsual = JsonSteps.Once(ref reduceOnly, NextFlag(ref json));
            else
                json.Skip();
            if (!isUsual)
                return null;
        }

        return json.TokenType == JsonTokenType.EndObject && number is { } exchangeOrderId
            ? new(exchangeOrderId, cloid, coin ?? "", original, remaining, reduceOnly ?? false, "") { PlacedAt = placedAt, Side = side, Price = price }
            : null;
    }

    private string? NextCoin(ref Utf8JsonReader json)
    {
        if (!json.ToText())
            return null;
        if (!json.ValueTextEquals(lastCoin))
            lastCoin = json.GetString()!;
        return lastCoin;
    }

    private static Side? NextSide(ref Utf8JsonReader json) =>
        !json.ToText() ? null
        : json.ValueTextEquals("B"u8) ? Side.Buy
        : json.ValueTextEquals("A"u8) ? Side.Sell
        : null;

    private static bool? NextFlag(ref Utf8JsonReader json) => !json.Read() ? null : json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };
}
