using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>
/// Something the venue does on a signature. The two forms carry the same members in the same order: the one is hashed and
/// signed, the other is sent. Only what implements this can be signed, and nothing here moves funds.
/// </summary>
internal interface IAction
{
    void Write(MsgPackWriter msgPack);

    void Write(Utf8JsonWriter json);
}
