using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Info;

namespace Gateway.Venues.Hyperliquid.Wire;

/// <summary>The answer to <c>orderStatus</c>.</summary>
/// <param name="Order">The order; null: the venue does not know it.</param>
internal sealed record OrderStatusReply(OrderReport? Order)
{
    public static InfoQuery<OrderStatusReply> Of(Address user, long exchangeOrderId) =>
        new("orderStatus", $$"""{"type":"orderStatus","user":"{{user}}","oid":{{exchangeOrderId}}}""", Read);

    public static InfoQuery<OrderStatusReply> Of(Address user, Cloid cloid) =>
        new("orderStatus", $$"""{"type":"orderStatus","user":"{{user}}","oid":"{{cloid}}"}""", Read);

    public static OrderStatusReply Read(JsonElement reply) => reply.Text("status") switch
    {
        "unknownOid" => new(Order: null),
        "order" when reply.Member("order") is { } order && OrderReport.Read(order) is { } report => new(report),
        _ => throw new UnreadableMessageException("orderStatus answered neither with an order nor with unknownOid."),
    };
}
