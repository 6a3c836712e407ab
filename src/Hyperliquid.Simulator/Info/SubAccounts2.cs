using System.Text.Json;
using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>The subaccounts of a master with their state in every dex; null if there are none.</summary>
internal sealed class SubAccounts2 : InfoRequest
{
    public override string Type => "subAccounts2";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var master = request.Address("user");
        var subAccounts = exchange.Accounts.Where(account => account.Master == master).ToList();
        return subAccounts.Count == 0 ? null : ArrayOf(subAccounts.Select(account => SubAccountJson(account, exchange)));
    }

    private static JsonObject SubAccountJson(Account account, Exchange exchange)
    {
        var json = new JsonObject
        {
            ["name"] = account.Name,
            ["subAccountUser"] = account.Address.ToString(),
            ["master"] = account.Master!.Value.ToString(),
            ["dexToClearinghouseState"] = ArrayOf(exchange.Universe.Dexs.Select(dex =>
                new JsonArray(dex.Name, ClearinghouseState.Of(account, dex, exchange)))),
            ["spotState"] = SpotClearinghouseState.Of(account, exchange),
        };
        if (account.Mode != AccountMode.Default)
            json["abstraction"] = JsonNamingPolicy.CamelCase.ConvertName(account.Mode.ToString());
        return json;
    }
}
