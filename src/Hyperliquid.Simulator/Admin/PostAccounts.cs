using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Creates an account, or adds to one that is there.</summary>
internal sealed class PostAccounts : AdminRequest
{
    public override string Method => "POST";

    public override string Path => "/sim/accounts";

    public override string Usage =>
        """{"address","usdc"?,"spot"?:{token:amount},"agents"?:[{"address","name"?,"validUntil"?}],"subAccountOf"?,"vaultLeader"?,"cumVlm"?}""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var request = new AdminBody(body, "address", "usdc", "spot", "agents", "subAccountOf", "vaultLeader", "cumVlm");
        var exchange = simulation.Exchange;
        var address = request.Address("address");
        var deposits = request.Has("spot") ? request.Amounts("spot").Select(deposit => (
            Token: exchange.Universe.FindToken(deposit.Key) ?? throw new AdminException($"There is no token \"{deposit.Key}\"."),
            Amount: deposit.Value)).ToList() : [];
        var agents = request.Has("agents") ? request.Array("agents").Select(agent => AgentOf(agent, address)).ToList() : [];
        var usdc = request.Has("usdc") ? request.Number("usdc") : 0;
        var volume = request.Has("cumVlm") ? request.Number("cumVlm") : 0;
        if (exchange.Find(address) is not { } account)
        {
            exchange.Add(account = new(address)
            {
                Master = request.Has("subAccountOf") ? request.Address("subAccountOf") : null,
                Leader = request.Has("vaultLeader") ? request.Address("vaultLeader") : null,
            });
        }

        account.RawUsd += usdc;
        account.CumVlm += volume;
        foreach (var (token, amount) in deposits)
            account.BalanceOf(token).Deposit(amount);
        foreach (var agent in agents)
            exchange.Agents.Approve(agent);
        return GetState.Of(account, simulation);
    }

    private static Agents.Agent AgentOf(JsonNode? agent, Address master)
    {
        var request = new AdminBody(agent, "address", "name", "validUntil");
        return new(
            request.Address("address"),
            master,
            request.Has("name") ? request.Text("name") : null,
            request.Has("validUntil") ? request.Integer("validUntil") : null);
    }
}
