using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>
/// The answer to a post as nearly every one is: executed, and each order rests or was filled. It is read in one pass; every other form is
/// left to <see cref="PostReply"/>, which says the same of this one.
/// </summary>
internal static class UsualAnswer
{
    // The data of the response, the response, the payload, the response around it, the data of the message, and the message.
    private const int Depth = 6;

    public static bool TryRead(ReadOnlySpan<byte> frame, out long id, [NotNullWhen(true)] out PostReply? reply)
    {
        (id, reply) = (0, null);
        if (!frame.StartsWith("{"u8))
            return false;
        try
        {
            var json = new Utf8JsonReader(frame);
            if (!json.ToObject() || !json.ToMember("channel"u8) || !json.ToText("post"u8)
                || !json.ToMember("data"u8) || !json.ToObject() || !json.ToMember("id"u8) || json.NextInteger() is not { } number
                || !json.ToMember("response"u8) || !json.ToObject() || !json.ToMember("type"u8) || !json.ToText("action"u8)
                || !json.ToMember("payload"u8) || !json.ToObject() || !json.ToMember("status"u8) || !json.ToText("ok"u8)
                || !json.ToMember("response"u8) || !json.ToObject() || !json.ToMember("type"u8) || !json.ToText()
                || !json.ToMember("data"u8) || !json.ToObject() || !json.ToMember("statuses"u8) || !json.ToArray())
            {
                return false;
            }

            var statuses = ImmutableArray.CreateBuilder<ItemStatus>(1);
            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                if (ReadStatus(ref json) is not { } status)
                    return false;
                statuses.Add(status);
            }

            if (json.TokenType != JsonTokenType.EndArray || !json.ToEnd(Depth) || json.Read())
                return false;
            (id, reply) = (number, new PostReply.Executed(statuses.DrainToImmutable()));
            return true;
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    // Null: in another form. A member that is repeated, or not of its usual kind, makes it one.
    private static ItemStatus? ReadStatus(ref Utf8JsonReader json)
    {
        if (!json.ToMember())
            return null;
        var isFilled = json.ValueTextEquals("filled"u8);
        if ((!isFilled && !json.ValueTextEquals("resting"u8)) || !json.ToObject())
            return null;
        long? order = null;
        decimal? size = null;
        while (json.ToMember())
        {
            if (json.ValueTextEquals("oid"u8))
            {
                if (!JsonSteps.Once(ref order, json.NextInteger()))
                    return null;
            }
            else if (json.ValueTextEquals("totalSz"u8))
            {
                if (!JsonSteps.Once(ref size, json.NextDecimal()))
                    return null;
            }
            else
            {
                json.Skip();
            }
        }

        if (json.TokenType != JsonTokenType.EndObject || !json.ToEnd(1) || order is not { } exchangeOrderId)
            return null;
        return (isFilled, size) switch
        {
            (false, _) => new ItemStatus.Resting(exchangeOrderId),
            (true, >= 0) => new ItemStatus.Filled(exchangeOrderId, size.Value),
            _ => null,
        };
    }
}
