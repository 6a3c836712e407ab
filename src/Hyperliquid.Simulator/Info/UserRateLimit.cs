using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Limits;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The address budget: 10000 requests and one more per USD traded.</summary>
internal sealed class UserRateLimit : InfoRequest
{
    public override string Type => "userRateLimit";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var account = AccountOf(request, exchange);
        var volume = account?.CumVlm ?? 0;
        return new JsonObject
        {
            ["cumVlm"] = Numbers.Usd(volume),
            ["nRequestsUsed"] = account?.RequestsUsed ?? 0,
            ["nRequestsCap"] = AddressBudget.CapOf(account, exchange.Limits),
            ["nRequestsSurplus"] = account?.ReservedRequests ?? 0,
        };
    }
}
