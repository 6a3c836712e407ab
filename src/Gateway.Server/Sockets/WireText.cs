using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gateway.Server.Sockets;

/// <summary>Strings as clients send them.</summary>
internal static class WireText
{
    /// <summary>The bytes of a JSON string that stand for themselves; false for anything else, and where one is escaped. They need not be valid UTF-8.</summary>
    public static bool TryGetPlain(JsonElement element, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (element.ValueKind != JsonValueKind.String)
            return false;
        bytes = JsonMarshal.GetRawUtf8Value(element)[1..^1];
        return !bytes.Contains((byte)'\\');
    }

    /// <summary>Reads a JSON string; false for anything else, and for an escape that stands for half a character.</summary>
    public static bool TryGet(JsonElement element, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (element.ValueKind != JsonValueKind.String)
            return false;
        try
        {
            text = element.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate such as "\ud800" is valid JSON and no text.
        }

        return text is not null;
    }
}
