using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>Cancels one order by the name that we gave it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CancelByCloidAction(uint asset, Cloid cloid) : IAction
{
    public void Write(MsgPackWriter msgPack)
    {
        Span<byte> utf8 = stackalloc byte[Cloid.TextLength];
        cloid.Format(utf8);
        msgPack.Map(2);
        msgPack.Text("type"u8);
        msgPack.Text("cancelByCloid"u8);
        msgPack.Text("cancels"u8);
        msgPack.Array(1);
        msgPack.Map(2);
        msgPack.Text("asset"u8);
        msgPack.Integer(asset);
        msgPack.Text("cloid"u8);
        msgPack.Text(utf8);
    }

    public void Write(Utf8JsonWriter json)
    {
        Span<byte> utf8 = stackalloc byte[Cloid.TextLength];
        cloid.Format(utf8);
        json.WriteStartObject();
        json.WriteString("type"u8, "cancelByCloid"u8);
        json.WriteStartArray("cancels"u8);
        json.WriteStartObject();
        json.WriteNumber("asset"u8, asset);
        json.WriteString("cloid"u8, utf8);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
