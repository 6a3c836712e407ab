using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Signing;

/// <summary>The dead man's switch: cancels every order of the account at a time (Unix ms); without one it is disarmed.</summary>
internal readonly struct ScheduleCancelAction(ulong? time) : IAction
{
    public void Write(MsgPackWriter msgPack)
    {
        msgPack.Map(time is null ? 1 : 2);
        msgPack.Text("type"u8);
        msgPack.Text("scheduleCancel"u8);
        if (time is not { } at)
            return;
        msgPack.Text("time"u8);
        msgPack.Integer(at);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "scheduleCancel"u8);
        if (time is { } at)
            json.WriteNumber("time"u8, at);
        json.WriteEndObject();
    }
}
