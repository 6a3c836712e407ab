using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>Places independent orders (grouping <c>na</c>).</summary>
internal readonly struct OrderAction(ReadOnlyMemory<OrderTerms> orders) : IAction
{
    public void Write(MsgPackWriter msgPack)
    {
        msgPack.Map(3);
        msgPack.Text("type"u8);
        msgPack.Text("order"u8);
        msgPack.Text("orders"u8);
        msgPack.Array(orders.Length);
        foreach (ref readonly var order in orders.Span)
            order.Write(msgPack);
        msgPack.Text("grouping"u8);
        msgPack.Text("na"u8);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "order"u8);
        json.WriteStartArray("orders"u8);
        foreach (ref readonly var order in orders.Span)
            order.Write(json);
        json.WriteEndArray();
        json.WriteString("grouping"u8, "na"u8);
        json.WriteEndObject();
    }
}
