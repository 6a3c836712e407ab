using System.Buffers;
using System.Text.Json;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Answers;

/// <summary>Writes answers as clients read them.</summary>
internal static class AnswerWriter
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = WireFormat.Options.Encoder };

    /// <summary>The answer to a request that was done, and each update of a subscription.</summary>
    public static byte[] Response<T>(RequestId id, T value) => Write(id, json =>
    {
        json.WritePropertyName("response"u8);
        JsonSerializer.Serialize(json, value, WireFormat.Options);
    });

    /// <summary>The first answer of a subscription.</summary>
    public static byte[] First(RequestId id, UpdateStream stream) => Write(id, json =>
    {
        json.WritePropertyName("response"u8);
        JsonSerializer.Serialize(json, stream.First, WireFormat.Options);
        json.WriteNumber("sequence"u8, stream.Sequence);
    });

    /// <summary>The answer to a request that was not done.</summary>
    /// <param name="id">The request; null where its id could not be read.</param>
    /// <param name="refusal">Why.</param>
    public static byte[] Error(RequestId? id, Refusal refusal) => Write(id, json =>
    {
        json.WriteStartObject("error"u8);
        json.WriteString("code"u8, refusal.Code.ToString());
        json.WriteString("message"u8, refusal.Message);
        if (refusal.Details is not null)
        {
            json.WritePropertyName("details"u8);
            JsonSerializer.Serialize(json, refusal.Details, WireFormat.Options);
        }

        json.WriteEndObject();
    });

    private static byte[] Write(RequestId? id, Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            json.WriteStartObject();
            json.WritePropertyName("id"u8);
            if (id is null)
                json.WriteNullValue();
            else
                json.WriteRawValue(id.Raw, skipInputValidation: true);
            body(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
