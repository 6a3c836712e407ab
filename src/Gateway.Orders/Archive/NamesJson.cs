using System.Text.Json;
using Gateway.Orders.Journal;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Archive;

/// <summary>The notation of <see cref="MarketNames"/>.</summary>
internal static class NamesJson
{
    public static void WriteNames(this Utf8JsonWriter json, in MarketNames names)
    {
        json.WriteString("market"u8, names.Market.Value);
        json.WriteString("base"u8, names.Base.Value);
        json.WriteString("quote"u8, names.Quote.Value);
        json.WriteKnown("underlying"u8, names.Underlying?.Value);
        json.WriteString("venue"u8, names.Venue.Value);
        json.WriteString("route"u8, names.Route.Value);
    }

    public static MarketNames ReadNames(this JsonElement data) => new(
        new(data.Text("market")),
        new(data.Text("base")),
        new(data.Text("quote")),
        data.KnownText("underlying") is { } underlying ? new ProductId(underlying) : null,
        new(data.Text("venue")),
        new(data.Text("route")));
}
