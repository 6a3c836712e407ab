using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Fills of TWAP orders: there are none.</summary>
internal sealed class UserTwapSliceFills : InfoRequest
{
    public override string Type => "userTwapSliceFills";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Address("user");
        return new JsonArray();
    }
}
