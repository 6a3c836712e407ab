using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The subaccounts of a master; null if there are none.</summary>
internal sealed class SubAccounts : InfoRequest
{
    public override string Type => "subAccounts";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var master = request.Address("user");
        var subAccounts = exchange.Accounts.Where(account => account.Master == master).ToList();
        return subAccounts.Count == 0 ? null : ArrayOf(subAccounts.Select(account => new JsonObject
        {
            ["name"] = account.Name,
            ["subAccountUser"] = account.Address.ToString(),
            ["master"] = master.ToString(),
            ["clearinghouseState"] = ClearinghouseState.Of(account, exchange.Universe.Default, exchange),
            ["spotState"] = SpotClearinghouseState.Of(account, exchange),
        }));
    }
}
