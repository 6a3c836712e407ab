using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>What a venue has to know of a signed post to answer it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Orders">How many orders its action places.</param>
/// <param name="Others">How many cancels its action holds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MockPost(long Id, int Orders, int Others)
{
    /// <summary>Reads a post; false for any other message.</summary>
    public static bool TryRead(ReadOnlySpan<byte> message, out MockPost post)
    {
        var json = new Utf8JsonReader(message);
        var isPost = false;
        long id = 0;
        int orders = 0, others = 0;
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
                id = json.GetInt64();
            }
            else if (json.ValueTextEquals("orders"u8))
            {
                orders = CountItems(ref json);
            }
            else if (json.ValueTextEquals("cancels"u8))
            {
                others = CountItems(ref json);
            }
        }

        post = new(id, orders, others);
        return isPost;
    }

    /// <summary>Writes the venue's answer: every order rests, every cancel succeeds.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="firstOrder">The venue's number of the first order.</param>
    /// <returns>How many bytes.</returns>
    public int WriteAnswer(Span<byte> text, long firstOrder)
    {
        var length = Write(text, 0, """{"channel":"post","data":{"id":"""u8);
        length = Write(text, length, Id);
        length = Write(
            text,
            length,
            Orders > 0
                ? ""","response":{"type":"action","payload":{"status":"ok","response":{"type":"order","data":{"statuses":["""u8
                : ""","response":{"type":"action","payload":{"status":"ok","response":{"type":"cancel","data":{"statuses":["""u8);
        for (var order = 0; order < Orders; order++)
        {
            length = Write(text, length, order == 0 ? """{"resting":{"oid":"""u8 : ""","""u8);
            if (order > 0)
                length = Write(text, length, """{"resting":{"oid":"""u8);
            length = Write(text, length, firstOrder + order);
            length = Write(text, length, "}}"u8);
        }

        for (var other = 0; other < Others; other++)
            length = Write(text, length, other == 0 ? "\"success\""u8 : ",\"success\""u8);
        return Write(text, length, "]}}}}}}"u8);
    }

    private static int CountItems(ref Utf8JsonReader json)
    {
        json.Read();
        var depth = json.CurrentDepth;
        var items = 0;
        while (json.Read() && json.CurrentDepth > depth)
        {
            items++;
            json.Skip();
        }

        return items;
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
