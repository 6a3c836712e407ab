using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>What an account holds of vaults: a leader holds all of its own.</summary>
internal sealed class UserVaultEquities : InfoRequest
{
    public override string Type => "userVaultEquities";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var leader = request.Address("user");
        return ArrayOf(exchange.Accounts.Where(account => account.Leader == leader).Select(vault => new JsonObject
        {
            ["vaultAddress"] = vault.Address.ToString(),
            ["equity"] = Numbers.Usd(exchange.MarginOf(vault, exchange.Universe.Default).AccountValue),
            ["lockedUntilTimestamp"] = 0,
        }));
    }
}
