using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Deposits, withdrawals and transfers: what the operator gives leaves no trace.</summary>
internal sealed class UserNonFundingLedgerUpdates : InfoRequest
{
    public override string Type => "userNonFundingLedgerUpdates";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Address("user");
        return new JsonArray();
    }
}
