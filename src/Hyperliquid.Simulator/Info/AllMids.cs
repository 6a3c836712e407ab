using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Mid price of every coin.</summary>
internal sealed class AllMids : InfoRequest
{
    public override string Type => "allMids";

    public override int Weight => 2;

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        IsOtherDex(request) ? new JsonObject() : MarketJson.Mids(exchange);
}
