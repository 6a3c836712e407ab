using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>The venue's clock as <c>clearinghouseState</c> states it.</summary>
internal static class ClearinghouseTime
{
    public static DateTimeOffset Read(JsonElement reply) =>
        reply.Time("time") ?? throw new UnreadableMessageException("clearinghouseState answered without a time.");
}
