using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Staking steps of an account: nobody stakes here.</summary>
internal sealed class DelegatorHistory : InfoRequest
{
    public override string Type => "delegatorHistory";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Address("user");
        return new JsonArray();
    }
}
