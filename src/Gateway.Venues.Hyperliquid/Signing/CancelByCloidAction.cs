using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>Cancels orders by the names that we gave them.</summary>
internal readonly struct CancelByCloidAction(ReadOnlyMemory<NamedOrder> orders) : IAction
{
    public void Write(MsgPackWriter msgPack)
    {
        Span<byte> utf8 = stackalloc byte[Cloid.TextLength];
        msgPack.Map(2);
        msgPack.Text("type"u8);
        msgPack.Text("cancelByCloid"u8);
        msgPack.Text("cancels"u8);
        msgPack.Array(orders.Length);
        foreach (var order in orders.Span)
        {
            order.Cloid.Format(utf8);
            msgPack.Map(2);
            msgPack.Text("asset"u8);
            msgPack.Integer(order.Asset);
            msgPack.Text("cloid"u8);
            msgPack.Text(utf8);
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        Span<byte> utf8 = stackalloc byte[Cloid.TextLength];
        json.WriteStartObject();
        json.WriteString("type"u8, "cancelByCloid"u8);
        json.WriteStartArray("cancels"u8);
        foreach (var order in orders.Span)
        {
            order.Cloid.Format(utf8);
            json.WriteStartObject();
            json.WriteNumber("asset"u8, order.Asset);
            json.WriteString("cloid"u8, utf8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
