using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>What an account holds of vaults: of those that it leads and those that it has put money into.</summary>
internal sealed class UserVaultEquities : InfoRequest
{
    public override string Type => "userVaultEquities";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var user = request.Address("user");
        return ArrayOf(exchange.Accounts.Where(account => account.Leader == user || account.Shares.Has(user)).Select(vault => new JsonObject
        {
            ["vaultAddress"] = vault.Address.ToString(),
            ["equity"] = Numbers.Usd(vault.Shares.EquityOf(user, vault.Leader!.Value, exchange.MarginOf(vault, exchange.Universe.Default).TotalValue)),
            ["lockedUntilTimestamp"] = 0,
        }));
    }
}
