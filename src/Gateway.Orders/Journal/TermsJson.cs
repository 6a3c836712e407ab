using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Journal;

/// <summary>The notation of <see cref="OrderTerms"/>, which more than one event holds.</summary>
internal static class TermsJson
{
    public static void WriteTerms(this Utf8JsonWriter json, OrderTerms terms)
    {
        json.WriteString("account"u8, terms.Account.Value);
        json.WriteString("market"u8, terms.Market.Value);
        json.WriteString("base"u8, terms.Base.Value);
        json.WriteString("quote"u8, terms.Quote.Value);
        json.WriteKnown("underlying"u8, terms.Underlying?.Value);
        json.WriteString("venue"u8, terms.Venue.Value);
        json.WriteString("route"u8, terms.Route.Value);
        json.WriteString("side"u8, Write(terms.Side));
        json.Write("price"u8, terms.Price.Value);
        json.Write("quantity"u8, terms.Quantity.Value);
        json.WriteString("time_in_force"u8, terms.TimeInForce == TimeInForce.ImmediateOrCancel ? "IOC"u8 : "GTC"u8);
        json.WriteBoolean("post_only"u8, terms.PostOnly);
        json.WriteBoolean("reduce_only"u8, terms.ReduceOnly);
        if (terms.Trigger is { } trigger)
        {
            json.WriteStartObject("trigger"u8);
            json.Write("price"u8, trigger.Price.Value);
            json.WriteString("kind"u8, trigger.Kind == TriggerKind.StopLoss ? "StopLoss"u8 : "TakeProfit"u8);
            json.WriteBoolean("market"u8, trigger.Market);
            json.WriteEndObject();
        }

        json.WriteKnown("client_order_id"u8, terms.ClientOrderId);
    }

    public static OrderTerms ReadTerms(this JsonElement data) => new()
    {
        Account = new(data.Text("account")),
        Market = new(data.Text("market")),
        Base = new(data.Text("base")),
        Quote = new(data.Text("quote")),
        Underlying = data.KnownText("underlying") is { } underlying ? new ProductId(underlying) : null,
        Venue = new(data.Text("venue")),
        Route = new(data.Text("route")),
        Side = ReadSide(data.Text("side")),
        Price = new(data.Decimal("price")),
        Quantity = new(data.Decimal("quantity")),
        TimeInForce = data.Text("time_in_force") switch
        {
            "GTC" => TimeInForce.GoodTilCanceled,
            "IOC" => TimeInForce.ImmediateOrCancel,
            var other => throw new JsonException($"'{other}' is no time in force."),
        },
        PostOnly = data.Flag("post_only"),
        ReduceOnly = data.Flag("reduce_only"),
        Trigger = data.TryGetProperty("trigger", out var trigger) ? ReadTrigger(trigger) : null,
        ClientOrderId = data.KnownText("client_order_id"),
    };

    public static ReadOnlySpan<byte> Write(Side side) => side == Side.Buy ? "Buy"u8 : "Sell"u8;

    public static Side ReadSide(string text) => text switch
    {
        "Buy" => Side.Buy,
        "Sell" => Side.Sell,
        _ => throw new JsonException($"'{text}' is no side."),
    };

    private static OrderTrigger ReadTrigger(JsonElement trigger) => new(
        new(trigger.Decimal("price")),
        trigger.Text("kind") switch
        {
            "StopLoss" => TriggerKind.StopLoss,
            "TakeProfit" => TriggerKind.TakeProfit,
            var other => throw new JsonException($"'{other}' is no kind of trigger."),
        },
        trigger.Flag("market"));
}
