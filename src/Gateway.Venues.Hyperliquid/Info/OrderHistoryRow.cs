using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>An order and how it stands: an element of <c>historicalOrders</c>.</summary>
internal sealed record OrderHistoryRow(OpenOrderRow Order, string Status, DateTimeOffset StatusTime)
{
    /// <summary>One row for each order: where the venue has several of one number, the newest.</summary>
    public static ImmutableArray<OrderHistoryRow> ReadAll(JsonElement reply) =>
        [.. reply.Rows(Read).GroupBy(row => row.Order.Oid).Select(rows => rows.MaxBy(row => row.StatusTime)!)];

    public static OrderHistoryRow Read(JsonElement row) => new(
        OpenOrderRow.Read(row.NeedMember("order")), row.NeedText("status"), row.NeedTime("statusTimestamp"));
}

/// <summary>What <c>orderStatus</c> answers; null: the venue does not know the order.</summary>
internal sealed record OrderStatusRow(OrderHistoryRow? Order)
{
    public static OrderStatusRow Read(JsonElement reply) => reply.Text("status") switch
    {
        "unknownOid" => new(Order: null),
        "order" => new(OrderHistoryRow.Read(reply.NeedMember("order"))),
        _ => throw new UnreadableMessageException("orderStatus answered neither with an order nor with unknownOid."),
    };
}
