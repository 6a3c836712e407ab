using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>Does nothing but use up a nonce, so that an action still on its way under the same nonce can no longer execute.</summary>
internal readonly struct NoopAction : IAction
{
    public void Write(MsgPackWriter msgPack)
    {
        msgPack.Map(1);
        msgPack.Text("type"u8);
        msgPack.Text("noop"u8);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "noop"u8);
        json.WriteEndObject();
    }
}
