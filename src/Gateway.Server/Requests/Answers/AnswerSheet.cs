using System.Buffers;
using System.Text.Json;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Answers;

/// <summary>
/// What an answer is written on before it is copied out. Each thread has one and uses it again: an answer takes the memory that it is long,
/// and not that of all the room it has grown through.
/// </summary>
internal sealed class AnswerSheet
{
    // Room for more is not kept: long answers are rare.
    private const int MostKept = 256 * 1024;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = WireFormat.Options.Encoder };

    [ThreadStatic]
    private static AnswerSheet? mine;

    private readonly ArrayBufferWriter<byte> text = new(1024);

    private AnswerSheet() => Json = new(text, WriterOptions);

    /// <summary>What the answer is written with.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Begins an answer on the sheet of this thread, which must end it before it begins another.</summary>
    /// <param name="id">The request; null where its id could not be read.</param>
    public static AnswerSheet Begin(RequestId? id)
    {
        var sheet = mine ??= new();

        // The one before may have been broken off.
        sheet.text.ResetWrittenCount();
        sheet.Json.Reset();
        sheet.Json.WriteStartObject();
        sheet.Json.WritePropertyName("id"u8);
        if (id is null)
            sheet.Json.WriteNullValue();
        else
            sheet.Json.WriteRawValue(id.Raw, skipInputValidation: true);
        return sheet;
    }

    /// <summary>Ends the answer.</summary>
    public byte[] End()
    {
        Close();
        return text.WrittenSpan.ToArray();
    }

    /// <summary>Ends the answer, in an array of the shared pool.</summary>
    public ArraySegment<byte> EndRented()
    {
        Close();
        var room = ArrayPool<byte>.Shared.Rent(text.WrittenCount);
        text.WrittenSpan.CopyTo(room);
        return new(room, 0, text.WrittenCount);
    }

    private void Close()
    {
        Json.WriteEndObject();
        Json.Flush();
        if (text.Capacity > MostKept)
            mine = null;
    }
}
