using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>An element of <c>openOrders</c>: an order that stands.</summary>
internal static class OpenOrder
{
    public static ImmutableArray<OrderReport> ReadAll(JsonElement reply) => reply.ValueKind == JsonValueKind.Array
        ? [.. reply.EnumerateArray().Select(order =>
            OrderReport.Read(order, "open") ?? throw new UnreadableMessageException("An open order has no oid."))]
        : throw new UnreadableMessageException("openOrders is not an array.");
}
