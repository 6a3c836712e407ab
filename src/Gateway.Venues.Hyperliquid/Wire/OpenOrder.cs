using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>An element of <c>openOrders</c>.</summary>
internal sealed record OpenOrder(long ExchangeOrderId, string? Cloid)
{
    public static ImmutableArray<OpenOrder> ReadAll(JsonElement reply) => reply.ValueKind == JsonValueKind.Array
        ? [.. reply.EnumerateArray().Select(Read)]
        : throw new UnreadableMessageException("openOrders is not an array.");

    private static OpenOrder Read(JsonElement order) => new(
        order.Integer("oid") ?? throw new UnreadableMessageException("An open order has no oid."),
        order.Text("cloid"));
}
