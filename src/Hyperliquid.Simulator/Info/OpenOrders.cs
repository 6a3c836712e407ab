using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Open orders, newest first.</summary>
internal sealed class OpenOrders : InfoRequest
{
    public override string Type => "openOrders";

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        ArrayOf(Of(request, exchange).Select(order => OrderJson.Plain(order, order.Sz)));

    /// <summary>Newest first.</summary>
    public static IEnumerable<Order> Of(Body request, Exchange exchange) =>
        IsOtherDex(request) ? [] : AccountOf(request, exchange)?.OpenOrders.Reverse() ?? [];
}
