using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>What all accounts together hold in a dex; null for one that there is not.</summary>
internal sealed class PerpDexStatus : InfoRequest
{
    public override string Type => "perpDexStatus";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Text("dex");
        return DexOf(request, exchange) is not { } dex ? null : new JsonObject
        {
            ["totalNetDeposit"] = Numbers.Usd(exchange.Accounts.Where(account => !account.IsHouse).Sum(account => exchange.MarginOf(account, dex).TotalValue)),
        };
    }
}
