using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads moments in time by RFC 3339; an offset is required, so that no moment is guessed.</summary>
internal sealed class TimestampReader : FieldReader<DateTimeOffset>
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>What would be right.</summary>
    public const string MustBe = "must be a timestamp by RFC 3339, such as \"2026-01-02T03:04:05.678901Z\".";

    public override JsonObject Describe(SchemaDefinitions definitions) => definitions.Refer("Timestamp", () => new()
    {
        ["type"] = "string",
        ["format"] = "date-time",
        ["pattern"] = @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})$",
    });

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out DateTimeOffset value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        problem = WireText.TryGet(element, out var text) && TryParse(text, out value) ? null : MustBe;
        return problem is null;
    }

    /// <summary>Reads a timestamp from text.</summary>
    public static bool TryParse(string text, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
}
