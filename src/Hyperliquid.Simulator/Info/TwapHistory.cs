using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>TWAP orders: there are none.</summary>
internal sealed class TwapHistory : InfoRequest
{
    public override string Type => "twapHistory";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Address("user");
        return new JsonArray();
    }
}
