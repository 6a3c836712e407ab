using System.Text.Json;
using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>One order by oid or cloid; the venue forgets all but the latest.</summary>
internal sealed class OrderStatusQuery : InfoRequest
{
    public override string Type => "orderStatus";

    public override int Weight => 2;

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var account = AccountOf(request, exchange);
        return Find(request, account) is { } order && IsRemembered(order, account!)
            ? new JsonObject { ["status"] = "order", ["order"] = OrderJson.WithStatus(order) }
            : Unknown;
    }

    /// <summary>What is told of an order that there is not, or not yet, or no more.</summary>
    public static JsonObject Unknown => new() { ["status"] = "unknownOid" };

    // The member is called oid for cloids as well: a number is an oid, a string a cloid.
    private static Order? Find(Body request, Account? account) => request.Member("oid").ValueKind == JsonValueKind.Number
        ? account?.Find(request.Integer("oid"))
        : account?.Find(request.Cloid("oid"));

    private static bool IsRemembered(Order order, Account account) =>
        order.IsOpen || order.Ordinal >= account.History.Count - HistoricalOrders.Retention;
}
