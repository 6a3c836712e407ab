using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>What the venue's own page shows of an account beside the other feeds: <c>webData3</c>.</summary>
internal sealed class WebData3Feed(Address user)
    : StateFeed(new() { ["type"] = "webData3", ["user"] = user.ToString() })
{
    public override Address? User => user;

    public static WebData3Feed Open(Body subscription, Exchange exchange) => new(subscription.Address("user"));

    protected override JsonNode Data(Exchange exchange)
    {
        var account = exchange.Find(user);
        var agent = exchange.Agents.UnnamedOf(user);
        return new JsonObject
        {
            ["userState"] = new JsonObject
            {
                ["agentAddress"] = agent?.Address.ToString(),
                ["agentValidUntil"] = agent?.ValidUntil,
                ["cumLedger"] = Numbers.Usd((account?.Ledger ?? []).OfType<LedgerEntry.Deposit>().Sum(deposit => deposit.Usdc)
                    - (account?.Ledger ?? []).OfType<LedgerEntry.Withdrawal>().Sum(gone => gone.Usdc + gone.Fee)),
                ["serverTime"] = exchange.Clock.Now,
                ["isVault"] = account?.Leader is not null,
                ["user"] = user.ToString(),
            },
            ["perpDexStates"] = new JsonArray([.. exchange.Universe.Dexs.Select(dex => new JsonObject
            {
                ["totalVaultEquity"] = Numbers.Usd(dex.IsDefault ? EquityOn(exchange) : 0),
            })]),
        };
    }

    private decimal EquityOn(Exchange exchange) => exchange.Accounts
        .Where(vault => vault.Leader is not null)
        .Sum(vault => vault.Shares.EquityOf(user, vault.Leader!.Value, exchange.MarginOf(vault, exchange.Universe.Default).TotalValue));
}
