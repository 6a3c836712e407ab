using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>Cancels one order by the venue's number of it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CancelAction(uint asset, ulong exchangeOrderId) : IAction
{
    public void Write(MsgPackWriter msgPack)
    {
        msgPack.Map(2);
        msgPack.Text("type"u8);
        msgPack.Text("cancel"u8);
        msgPack.Text("cancels"u8);
        msgPack.Array(1);
        msgPack.Map(2);
        msgPack.Text("a"u8);
        msgPack.Integer(asset);
        msgPack.Text("o"u8);
        msgPack.Integer(exchangeOrderId);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "cancel"u8);
        json.WriteStartArray("cancels"u8);
        json.WriteStartObject();
        json.WriteNumber("a"u8, asset);
        json.WriteNumber("o"u8, exchangeOrderId);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
