using System.Text.Json;
using Gateway.Orders.Journal;
using Gateway.Venues;

namespace Gateway.Orders.Archive;

/// <summary>The notation of an order at one moment, in the archive and in snapshots.</summary>
internal static class OrderJson
{
    public static void Write(Utf8JsonWriter json, Order order)
    {
        json.WriteStartObject();
        json.Write("id"u8, order.Id);
        json.WriteTerms(order.Terms);
        json.WriteString("client"u8, order.Actor.Client);
        json.WriteString("trader"u8, order.Actor.Trader);
        json.WriteKnown("desk"u8, order.Actor.Desk);
        if (order.IsForeign)
            json.WriteBoolean("foreign"u8, true);
        json.WriteNumber("state"u8, (int)order.State);
        json.Write("filled"u8, order.Filled.Value);
        json.Write("cost"u8, order.Cost);
        json.Write("priced"u8, order.Priced.Value);
        json.WriteKnown("exchange_order_id"u8, order.ExchangeOrderId);
        json.WriteKnown("agg_order_id"u8, order.AggregatorOrderId);
        json.WriteKnown("intent_hash"u8, order.IntentHash);
        json.WriteKnown("reject_reason"u8, order.RejectReason);
        json.Write("received"u8, order.Times.Received);
        json.Write("journaled"u8, order.Times.Journaled);
        json.WriteKnown("sent"u8, order.Times.Sent);
        json.WriteKnown("acknowledged"u8, order.Times.Acknowledged);
        json.WriteKnown("out"u8, order.Times.Out);
        json.Write("valid_until"u8, order.ValidUntil);
        json.WriteNumber("sequence"u8, order.Sequence);
        json.Write("updated"u8, order.Updated);
        if (order.End is { } end)
            Write(json, end);
        if (order.AsPlaced is { } asPlaced)
        {
            json.WriteStartObject("as_placed"u8);
            json.WriteTerms(asPlaced);
            json.WriteEndObject();
        }

        json.WriteLeg(order.Leg);
        json.WriteNumber("last_leg"u8, order.LastLeg);
        json.Write("former"u8, order.Former.Value);
        if (order.Replacement is { } change)
            Write(json, change);
        json.WriteEndObject();
    }

    public static Order Read(JsonElement data) => new()
    {
        Id = data.Order("id"),
        Terms = data.ReadTerms(),
        Actor = new(data.Text("client"), data.Text("trader"), data.KnownText("desk")),
        IsForeign = data.TryGetProperty("foreign", out _),
        State = (OrderState)data.GetProperty("state").GetInt32(),
        Filled = new(data.Decimal("filled")),
        Cost = data.Decimal("cost"),
        Priced = new(data.Decimal("priced")),
        ExchangeOrderId = data.KnownText("exchange_order_id"),
        AggregatorOrderId = data.KnownText("agg_order_id"),
        IntentHash = data.KnownText("intent_hash"),
        RejectReason = data.KnownText("reject_reason"),
        Times = new()
        {
            Received = data.Time("received"),
            Journaled = data.Time("journaled"),
            Sent = data.KnownTime("sent"),
            Acknowledged = data.KnownTime("acknowledged"),
            Out = data.KnownTime("out"),
        },
        ValidUntil = data.Time("valid_until"),
        Sequence = data.GetProperty("sequence").GetInt64(),
        Updated = data.Time("updated"),
        End = ReadEnd(data),
        AsPlaced = data.TryGetProperty("as_placed", out var asPlaced) ? asPlaced.ReadTerms() : null,
        Leg = data.Leg(),
        LastLeg = data.GetProperty("last_leg").GetInt32(),
        Former = new(data.Decimal("former")),
        Replacement = data.TryGetProperty("replacement", out var change) ? ReadReplacement(change) : null,
    };

    private static void Write(Utf8JsonWriter json, OrderEnd end)
    {
        json.WriteStartObject("end"u8);
        json.WriteNumber("cause"u8, (int)end.Cause);
        json.Write("executed"u8, end.Executed.Value);
        json.WriteString("words"u8, end.Words);
        json.WriteBoolean("counted"u8, end.IsCounted);
        json.WriteEndObject();
    }

    private static OrderEnd? ReadEnd(JsonElement data) => data.TryGetProperty("end", out var end)
        ? new((DoneCause)end.GetProperty("cause").GetInt32(), new(end.Decimal("executed")), end.Text("words"), end.Flag("counted"))
        : null;

    private static void Write(Utf8JsonWriter json, Replacement change)
    {
        json.WriteStartObject("replacement"u8);
        json.WriteLeg(change.Leg);
        json.Write("price"u8, change.Price.Value);
        json.Write("quantity"u8, change.Quantity.Value);
        json.Write("size"u8, change.Size.Value);
        json.Write("valid_until"u8, change.ValidUntil);
        json.WriteKnown("exchange_order_id"u8, change.ExchangeOrderId);
        json.Write("filled"u8, change.Filled.Value);
        if (change.End is { } end)
            Write(json, end);
        json.WriteEndObject();
    }

    private static Replacement ReadReplacement(JsonElement change) => new()
    {
        Leg = change.Leg(),
        Price = new(change.Decimal("price")),
        Quantity = new(change.Decimal("quantity")),
        Size = new(change.Decimal("size")),
        ValidUntil = change.Time("valid_until"),
        ExchangeOrderId = change.KnownText("exchange_order_id"),
        Filled = new(change.Decimal("filled")),
        End = ReadEnd(change),
    };
}
