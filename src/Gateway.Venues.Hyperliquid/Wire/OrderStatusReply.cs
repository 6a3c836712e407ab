using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>The answer to <c>orderStatus</c>.</summary>
/// <param name="Order">The order; null: the venue does not know it.</param>
internal sealed record OrderStatusReply(OrderReport? Order)
{
    public static OrderStatusReply Read(JsonElement reply) => reply.Text("status") switch
    {
        "unknownOid" => new(Order: null),
        "order" when reply.Member("order") is { } order && OrderReport.Read(order) is { } report => new(report),
        _ => throw new UnreadableMessageException("orderStatus answered neither with an order nor with unknownOid."),
    };
}
