using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>A message on a WebSocket of the venue.</summary>
internal static class VenueFrame
{
    /// <summary>Null for what is not a JSON object, such as the greeting in plain words that old servers send first.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> frame)
    {
        try
        {
            var document = JsonDocument.Parse(frame);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
