using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>What sending to an address would cost and meet: nothing.</summary>
internal sealed class PreTransferCheck : InfoRequest
{
    public override string Type => "preTransferCheck";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Address("source");
        return new JsonObject
        {
            ["fee"] = "0.0",
            ["isSanctioned"] = false,
            ["userExists"] = AccountOf(request, exchange) is not null,
            ["userHasSentTx"] = AccountOf(request, exchange) is { RequestsUsed: > 0 },
        };
    }
}
