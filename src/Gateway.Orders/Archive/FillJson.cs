using System.Text.Json;
using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;
using Gateway.Venues;

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
        {
            json.WriteString("market"u8, traded.Market.Value);
            json.WriteString("base"u8, traded.Base.Value);
            json.WriteString("quote"u8, traded.Quote.Value);
            json.WriteKnown("underlying"u8, traded.Underlying?.Value);
            json.WriteString("venue"u8, traded.Venue.Value);
            json.WriteString("route"u8, traded.Route.Value);
        }

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
            Traded = data.KnownText("market") is { } market
                ? new MarketNames(
                    new(market),
                    new(data.Text("base")),
                    new(data.Text("quote")),
                    data.KnownText("underlying") is { } underlying ? new ProductId(underlying) : null,
                    new(data.Text("venue")),
                    new(data.Text("route")))
                : null,
        };
    }
}
