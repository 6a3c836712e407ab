using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>Cancels orders by the venue's numbers of them.</summary>
internal readonly struct CancelAction(ReadOnlyMemory<NumberedOrder> orders) : IAction
{
    public void Write(MsgPackWriter msgPack)
    {
        msgPack.Map(2);
        msgPack.Text("type"u8);
        msgPack.Text("cancel"u8);
        msgPack.Text("cancels"u8);
        msgPack.Array(orders.Length);
        foreach (var order in orders.Span)
        {
            msgPack.Map(2);
            msgPack.Text("a"u8);
            msgPack.Integer(order.Asset);
            msgPack.Text("o"u8);
            msgPack.Integer(order.ExchangeOrderId);
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "cancel"u8);
        json.WriteStartArray("cancels"u8);
        foreach (var order in orders.Span)
        {
            json.WriteStartObject();
            json.WriteNumber("a"u8, order.Asset);
            json.WriteNumber("o"u8, order.ExchangeOrderId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
