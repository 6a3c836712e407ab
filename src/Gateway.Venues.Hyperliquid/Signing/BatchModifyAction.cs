using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>
/// Ends orders and places others in their stead, without the member <c>a</c>: so nothing is placed where the order had ended before.
/// Its single sister <c>modify</c> does not tell the new order's number.
/// </summary>
internal readonly struct BatchModifyAction(ReadOnlyMemory<ReplacedOrder> orders) : IAction
{
    public void Write(MsgPackWriter msgPack)
    {
        msgPack.Map(2);
        msgPack.Text("type"u8);
        msgPack.Text("batchModify"u8);
        msgPack.Text("modifies"u8);
        msgPack.Array(orders.Length);
        foreach (ref readonly var order in orders.Span)
            order.Write(msgPack);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "batchModify"u8);
        json.WriteStartArray("modifies"u8);
        foreach (ref readonly var order in orders.Span)
            order.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
