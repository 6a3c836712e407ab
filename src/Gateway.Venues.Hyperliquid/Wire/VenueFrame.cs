using System.Text.Json;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>A message on a WebSocket of the venue.</summary>
internal static class VenueFrame
{
    /// <summary>Null for what does not begin as a JSON object, such as the greeting in plain words that old servers send first.</summary>
    /// <exception cref="TransportException">
    /// It begins as one and does not end so: what it told is lost, and only a new connection with its fence brings it back.
    /// </exception>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> frame)
    {
        if (!frame.Span.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
            return null;
        try
        {
            return JsonDocument.Parse(frame);
        }
        catch (JsonException problem)
        {
            throw new TransportException($"The venue sent a message that cannot be read: {problem.Message}", problem);
        }
    }
}
