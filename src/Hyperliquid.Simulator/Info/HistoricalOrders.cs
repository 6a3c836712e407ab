using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The latest orders with their latest status, refused ones included, newest first.</summary>
internal sealed class HistoricalOrders : InfoRequest
{
    public override string Type => "historicalOrders";

    public override int ItemsPerWeight => 20;

    /// <summary>How many orders of an account the venue remembers.</summary>
    public const int Retention = 2000;

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        ArrayOf((AccountOf(request, exchange)?.History ?? []).TakeLast(Retention).Reverse().Select(OrderJson.WithStatus));
}
