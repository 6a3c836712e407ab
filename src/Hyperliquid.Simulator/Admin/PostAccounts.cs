using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Admin;

/// <summary>Creates an account, or adds to one that is there.</summary>
internal sealed class PostAccounts : AdminRequest
{
    public override string Method => "POST";

    public override string Path => "/sim/accounts";

    public override string Usage =>
        """{"address","usdc"?,"dexs"?:{dex:amount},"spot"?:{token:amount},"agents"?:[{"address","name"?,"validUntil"?}],"subAccountOf"?,"vaultLeader"?,"cumVlm"?,"mode"?,"dexAbstraction"?:bool}""";

    public override JsonNode Handle(JsonNode? body, Simulation simulation)
    {
        var request = new AdminBody(
            body, "address", "usdc", "dexs", "spot", "agents", "subAccountOf", "vaultLeader", "cumVlm", "mode", "dexAbstraction");
        var exchange = simulation.Exchange;
        var address = request.Address("address");
        var deposits = request.Has("spot") ? request.Amounts("spot").Select(deposit => (
            Token: exchange.Universe.FindToken(deposit.Key) ?? throw new AdminException($"There is no token \"{deposit.Key}\"."),
            Amount: deposit.Value)).ToList() : [];
        var agents = request.Has("agents") ? request.Array("agents").Select(agent => AgentOf(agent, address)).ToList() : [];
        var purses = request.Has("dexs") ? request.Amounts("dexs").Select(deposit => (Dex: DexOf(deposit.Key, exchange), Amount: deposit.Value)).ToList() : [];
        var mode = request.Has("mode") ? ModeOf(request.Text("mode")) : (AccountMode?)null;
        var abstraction = request.Has("dexAbstraction") ? request.Flag("dexAbstraction") : (bool?)null;
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

        account.Credit(exchange.Universe.Default, usdc);
        if (usdc != 0)
            account.Remember(DepositOf(usdc, exchange));
        foreach (var (dex, amount) in purses)
            account.Credit(dex, amount);
        account.DexAbstraction = abstraction ?? account.DexAbstraction;
        account.CumVlm += volume;
        foreach (var (token, amount) in deposits)
            account.BalanceOf(token).Deposit(amount);
        foreach (var agent in agents)
            exchange.Agents.Approve(agent);
        exchange.Funds.Switch(account, mode ?? account.Mode);
        return GetState.Of(account, simulation);
    }

    private static LedgerEntry.Deposit DepositOf(decimal usdc, Exchange exchange)
    {
        var block = exchange.OpenBlock();
        return new(block.Time, block.Hash, usdc);
    }

    private static PerpDex DexOf(string name, Exchange exchange) => exchange.Universe.FindDex(name)
        ?? throw new AdminException($"There is no dex \"{name}\"; there are: {string.Join(", ", exchange.Universe.Dexs.Select(dex => $"\"{dex.Name}\""))}.");

    private static AccountMode ModeOf(string name) =>
        Enum.GetValues<AccountMode>().Cast<AccountMode?>().FirstOrDefault(mode => JsonNamingPolicy.CamelCase.ConvertName(mode.ToString()!) == name)
        ?? throw new AdminException($"There is no mode \"{name}\"; there are: default, disabled, unifiedAccount, portfolioMargin.");

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
