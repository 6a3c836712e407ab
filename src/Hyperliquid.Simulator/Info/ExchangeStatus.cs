using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The exchange clock.</summary>
internal sealed class ExchangeStatus : InfoRequest
{
    public override string Type => "exchangeStatus";

    public override int Weight => 2;

    public override JsonNode? Answer(Body request, Exchange exchange) =>
        new JsonObject { ["time"] = exchange.Clock.Now, ["specialStatuses"] = null };
}
