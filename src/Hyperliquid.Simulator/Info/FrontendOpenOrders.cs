using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Open orders in the long form, newest first.</summary>
internal sealed class FrontendOpenOrders : InfoRequest
{
    public override string Type => "frontendOpenOrders";

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        ArrayOf(OpenOrders.Of(request, exchange).Select(OrderJson.Frontend));
}
