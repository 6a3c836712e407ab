using System.Text.Json;
using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;

namespace Gateway.Orders.Archive;

/// <summary>The notation of a recorded fill: that of its event, and whose it was and where.</summary>
internal static class FillJson
{
    public static void Write(Utf8JsonWriter json, OrderFill fill)
    {
        json.WriteStartObject();
        json.WriteStartObject("event"u8);
        new OrderFilled(fill.Order, fill.Fill, fill.Warnings).Write(json);
        json.WriteEndObject();
        json.WriteNumber("sequence"u8, fill.Sequence);
        json.WriteKnown("trader"u8, fill.Party.Trader);
        json.WriteKnown("desk"u8, fill.Party.Desk);
        if (fill.Traded is { } traded)
            json.WriteNames(traded);

        json.WriteEndObject();
    }

    public static OrderFill Read(JsonElement data)
    {
        var happened = OrderFilled.Read(data.GetProperty("event"));
        return new()
        {
            FillId = OrderFill.IdOf(happened.Fill),
            Order = happened.Order,
            Fill = happened.Fill,
            Warnings = happened.Warnings,
            Sequence = data.GetProperty("sequence").GetInt64(),
            Party = new(happened.Fill.Account, data.KnownText("trader"), data.KnownText("desk")),
            Traded = data.TryGetProperty("market", out _) ? data.ReadNames() : null,
        };
    }
}
