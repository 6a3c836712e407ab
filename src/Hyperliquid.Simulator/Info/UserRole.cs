using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>What an address is: user, agent, subaccount, vault or nothing.</summary>
internal sealed class UserRole : InfoRequest
{
    public override string Type => "userRole";

    public override int Weight => 60;

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        var user = request.Address("user");
        if (exchange.Agents.Find(user) is { } agent)
            return Role("agent", "user", agent.Master);
        return exchange.Find(user) switch
        {
            null => new JsonObject { ["role"] = "missing" },
            { Master: { } master } => Role("subAccount", "master", master),
            { Leader: not null } => new JsonObject { ["role"] = "vault" },
            _ => new JsonObject { ["role"] = "user" },
        };
    }

    private static JsonObject Role(string role, string relation, Address address) =>
        new() { ["role"] = role, ["data"] = new JsonObject { [relation] = address.ToString() } };
}
