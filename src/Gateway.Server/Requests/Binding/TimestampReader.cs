using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads moments in time by RFC 3339; an offset is required, so that no moment is guessed.</summary>
internal sealed class TimestampReader : FieldReader<DateTimeOffset>
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out DateTimeOffset value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        problem = WireText.TryGet(element, out var text)
            && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value)
                ? null
                : "must be a timestamp by RFC 3339, such as \"2026-01-02T03:04:05.678901Z\".";
        return problem is null;
    }
}
