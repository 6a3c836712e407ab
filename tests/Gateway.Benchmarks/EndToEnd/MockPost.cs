using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>What a venue has to know of a signed post to answer it. One is used again and again by the one who receives.</summary>
internal sealed class MockPost
{
    /// <summary>Its number.</summary>
    public long Id { get; private set; }

    /// <summary>The client's number of each order that its action places.</summary>
    public List<UInt128> Cloids { get; } = [];

    /// <summary>Reads a post; false for any other message.</summary>
    public bool TryRead(ReadOnlySpan<byte> message)
    {
        var json = new Utf8JsonReader(message);
        var isPost = false;
        Cloids.Clear();
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
                continue;
            if (json.CurrentDepth == 1 && json.ValueTextEquals("method"u8))
            {
                json.Read();
                isPost = json.ValueTextEquals("post"u8);
                if (!isPost)
                    break;
            }
            else if (json.CurrentDepth == 1 && json.ValueTextEquals("id"u8))
            {
                json.Read();
                Id = json.GetInt64();
            }
            else if (json.ValueTextEquals("c"u8))
            {
                json.Read();
                Cloids.Add(ReadCloid(json.ValueSpan));
            }
        }

        return isPost;
    }

    /// <summary>A client's number of an order, as <c>0x</c> and hexadecimal digits.</summary>
    public static UInt128 ReadCloid(ReadOnlySpan<byte> text) => UInt128.Parse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Writes the venue's answer: every order rests.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="id">The post's number.</param>
    /// <param name="orders">How many orders its action places.</param>
    /// <param name="firstOrder">The venue's number of the first order.</param>
    /// <returns>How many bytes.</returns>
    public static int WriteAnswer(Span<byte> text, long id, int orders, long firstOrder)
    {
        var length = Write(text, 0, """{"channel":"post","data":{"id":"""u8);
        length = Write(text, length, id);
        length = Write(text, length, ""","response":{"type":"action","payload":{"status":"ok","response":{"type":"order","data":{"statuses":["""u8);
        for (var order = 0; order < orders; order++)
        {
            if (order > 0)
                length = Write(text, length, ","u8);
            length = Write(text, length, """{"resting":{"oid":"""u8);
            length = Write(text, length, firstOrder + order);
            length = Write(text, length, "}}"u8);
        }

        return Write(text, length, "]}}}}}}"u8);
    }

    private static int Write(Span<byte> text, int at, ReadOnlySpan<byte> part)
    {
        part.CopyTo(text[at..]);
        return at + part.Length;
    }

    private static int Write(Span<byte> text, int at, long number)
    {
        Utf8Formatter.TryFormat(number, text[at..], out var written);
        return at + written;
    }
}
