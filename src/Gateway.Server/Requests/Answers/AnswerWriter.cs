using System.Text.Json;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Answers;

/// <summary>Writes answers as clients read them.</summary>
internal static class AnswerWriter
{
    /// <summary>The answer to a request that was done.</summary>
    public static byte[] Response<T>(RequestId id, T value)
    {
        var sheet = AnswerSheet.Begin(id);
        sheet.Json.WritePropertyName("response"u8);
        JsonSerializer.Serialize(sheet.Json, value, WireFormat.Options);
        return sheet.End();
    }

    /// <summary>The first answer of a subscription.</summary>
    public static byte[] First(RequestId id, UpdateStream stream)
    {
        var sheet = AnswerSheet.Begin(id);
        sheet.Json.WritePropertyName("response"u8);
        JsonSerializer.Serialize(sheet.Json, stream.First, WireFormat.Options);
        sheet.Json.WriteNumber("sequence"u8, stream.Sequence);
        return sheet.End();
    }

    /// <summary>The update of a subscription that it waited for, in an array of the shared pool.</summary>
    public static ArraySegment<byte> Next(RequestId id, UpdateStream stream)
    {
        var sheet = AnswerSheet.Begin(id);
        sheet.Json.WritePropertyName("response"u8);
        stream.Write(sheet.Json);
        return sheet.EndRented();
    }

    /// <summary>The answer to a request that was not done.</summary>
    /// <param name="id">The request; null where its id could not be read.</param>
    /// <param name="refusal">Why.</param>
    public static byte[] Error(RequestId? id, Refusal refusal)
    {
        var sheet = AnswerSheet.Begin(id);
        sheet.Json.WriteStartObject("error"u8);
        sheet.Json.WriteString("code"u8, refusal.Code.ToString());
        sheet.Json.WriteString("message"u8, refusal.Message);
        if (refusal.Details is not null)
        {
            sheet.Json.WritePropertyName("details"u8);
            JsonSerializer.Serialize(sheet.Json, refusal.Details, WireFormat.Options);
        }

        sheet.Json.WriteEndObject();
        return sheet.End();
    }
}
