using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>What an account has staked: nothing.</summary>
internal sealed class DelegatorSummary : InfoRequest
{
    public override string Type => "delegatorSummary";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Address("user");
        return new JsonObject
        {
            ["delegated"] = "0.0",
            ["undelegated"] = "0.0",
            ["totalPendingWithdrawal"] = "0.0",
            ["nPendingWithdrawals"] = 0,
        };
    }
}
