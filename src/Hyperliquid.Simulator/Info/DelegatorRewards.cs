using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>What staking brought: nothing.</summary>
internal sealed class DelegatorRewards : InfoRequest
{
    public override string Type => "delegatorRewards";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Address("user");
        return new JsonArray();
    }
}
