using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Actions;

/// <summary>Money that leaves an account otherwise than by trading: to other accounts, off the exchange, to subaccounts and vaults.</summary>
public sealed class TransferTests
{
    private const string Stranger = "0x00000000000000000000000000000000000000ab";
    private readonly TestVenue venue = new();
    private readonly Trader trader;

    public TransferTests()
    {
        trader = venue.Trader(1, usdc: 1_000);
        venue.Admin("POST", "/sim/accounts", new JsonObject { ["address"] = trader.Address, ["spot"] = new JsonObject { ["HYPE"] = 10 } });
    }

    [Fact]
    public void UsdSend_moves_dollars_to_an_account_that_may_begin_with_them()
    {
        Assert.Null(Sign("usdSend", new() { ["destination"] = Stranger, ["amount"] = "250.5" }));

        Assert.Equal(("749.5", "250.5"), (Cash(trader.Address), Cash(Stranger)));
        Assert.Equal("""{"type":"internalTransfer","usdc":"250.5","user":"USER","destination":"DEST","fee":"0.0"}""", LastDelta(trader.Address));
        Assert.Equal(LastDelta(trader.Address), LastDelta(Stranger));
        Assert.Equal("Insufficient balance for token transfer", Sign("usdSend", new() { ["destination"] = Stranger, ["amount"] = "749.6" }));
    }

    [Fact]
    public void SpotSend_moves_a_token()
    {
        Assert.Null(Sign("spotSend", new() { ["destination"] = Stranger, ["token"] = "HYPE:0x0d01dc56dcaaca66ad901c959b4011ec", ["amount"] = "4" }));

        Assert.Equal(("6.0", "4.0"), (Spot(trader.Address), Spot(Stranger)));
        Assert.StartsWith("""{"type":"spotTransfer","token":"HYPE","amount":"4.0","usdcValue":""", LastDelta(Stranger), StringComparison.Ordinal);
        Assert.Equal("Insufficient balance for token transfer", Sign("spotSend", new() { ["destination"] = Stranger, ["token"] = "HYPE", ["amount"] = "6.1" }));
        Assert.Equal("Invalid send", Sign("spotSend", new() { ["destination"] = Stranger, ["token"] = "NONE", ["amount"] = "1" }));
    }

    [Fact]
    public void Withdraw3_takes_dollars_off_the_exchange_and_a_fee_of_one()
    {
        Assert.Null(Sign("withdraw3", new() { ["destination"] = Stranger, ["amount"] = "101" }));

        Assert.Equal("899", Cash(trader.Address));
        Assert.Contains("""{"type":"withdraw","usdc":"100.0","nonce":""", LastDelta(trader.Address), StringComparison.Ordinal);
        Assert.Contains("\"fee\":\"1.0\"", LastDelta(trader.Address), StringComparison.Ordinal);
        Assert.Equal("Insufficient balance for withdrawal", Sign("withdraw3", new() { ["destination"] = Stranger, ["amount"] = "899.1" }));
        Assert.Equal("Insufficient balance for withdrawal", Sign("withdraw3", new() { ["destination"] = Stranger, ["amount"] = "1" }));
    }

    [Fact]
    public void What_backs_a_position_does_not_leave()
    {
        venue.Trader(2).Resting(0, buy: false, 100_000, 0.01m);
        trader.Order(0, buy: true, 100_000, 0.01m);

        // 1000 less 0.45 of fees, of which a tenth of the position's 1000 must stay.
        Assert.Equal("Insufficient balance for withdrawal", Sign("withdraw3", new() { ["destination"] = Stranger, ["amount"] = "899.56" }));
        Assert.Null(Sign("usdSend", new() { ["destination"] = Stranger, ["amount"] = "899.55" }));
    }

    [Theory]
    [InlineData("usdSend", """{"destination":"DEST","amount":"1"}""")]
    [InlineData("withdraw3", """{"destination":"DEST","amount":"10"}""")]
    public void Pooled_money_cannot_leave_the_perpetuals(string type, string members)
    {
        venue.Admin("POST", "/sim/accounts", new JsonObject { ["address"] = trader.Address, ["mode"] = "unifiedAccount" });
        Assert.Equal("Action disabled when unified account is active", Sign(type, JsonNode.Parse(members.Replace("DEST", Stranger, StringComparison.Ordinal))!.AsObject()));
    }

    [Theory]
    [InlineData("destination", "\"0x12\"")]
    [InlineData("amount", "\"much\"")]
    [InlineData("amount", "1")]
    [InlineData("time", "null")]
    public void What_is_malformed_is_not_read(string member, string value)
    {
        var request = JsonNode.Parse(trader.Sign(Action("usdSend", new() { ["destination"] = Stranger, ["amount"] = "1" }, out _)))!;
        request["action"]![member] = JsonNode.Parse(value);

        Assert.Equal(422, venue.Simulation.AnswerAction(request.ToJsonString()).Reply!.Status);
    }

    [Fact]
    public void A_subaccount_is_renamed_and_gets_tokens_and_gives_them_back()
    {
        venue.Admin("POST", "/sim/accounts", new JsonObject { ["address"] = Stranger, ["subAccountOf"] = trader.Address });
        Assert.Equal("ok", (string?)trader.Act($$"""{"type":"subAccountModify","subAccountUser":"{{Stranger}}","name":"desk 2"}""")["status"]);
        Assert.Equal("desk 2", (string?)venue.Info($$"""{"type":"subAccounts","user":"{{trader.Address}}"}""")![0]!["name"]);
        Assert.Equal("err", (string?)trader.Act($$"""{"type":"subAccountModify","subAccountUser":"{{Stranger}}","name":""}""")["status"]);

        Assert.Equal("ok", (string?)Move(isDeposit: true, "7")["status"]);
        Assert.Equal(("3.0", "7.0"), (Spot(trader.Address), Spot(Stranger)));
        Assert.Equal("ok", (string?)Move(isDeposit: false, "2")["status"]);
        Assert.Equal("Insufficient balance for token transfer", (string?)Move(isDeposit: false, "5.5")["response"]);
        Assert.Equal($"Invalid sub-account transfer from {trader.Address} to {trader.Address}", (string?)trader.Act(
            $$"""{"type":"subAccountSpotTransfer","subAccountUser":"{{trader.Address}}","isDeposit":true,"token":"HYPE","amount":"1"}""")["response"]);

        JsonNode Move(bool isDeposit, string amount) => trader.Act(
            $$"""{"type":"subAccountSpotTransfer","subAccountUser":"{{Stranger}}","isDeposit":{{(isDeposit ? "true" : "false")}},"token":"HYPE","amount":"{{amount}}"}""");
    }

    [Fact]
    public void Who_puts_money_into_a_vault_shares_in_what_becomes_of_it()
    {
        var leader = venue.Trader(2);
        venue.Admin("POST", "/sim/accounts", new JsonObject { ["address"] = Stranger, ["usdc"] = 300, ["vaultLeader"] = leader.Address });
        Assert.Equal(["300.0"], Equities(leader.Address));

        Assert.Null(Vault(Stranger, isDeposit: true, 100));
        Assert.Equal(("900", "400"), (Cash(trader.Address), Cash(Stranger)));
        Assert.Equal(["300.0", "100.0"], [.. Equities(leader.Address), .. Equities(trader.Address)]);
        Assert.Equal($$"""{"type":"vaultDeposit","vault":"{{Stranger}}","usdc":"100.0"}""", LastDelta(trader.Address, raw: true));

        // The vault wins 200, of which a quarter is the follower's.
        venue.Admin("POST", "/sim/accounts", new JsonObject { ["address"] = Stranger, ["usdc"] = 200 });
        Assert.Equal(["450.0", "150.0"], [.. Equities(leader.Address), .. Equities(trader.Address)]);
        Assert.Equal("Insufficient balance for withdrawal", Vault(Stranger, isDeposit: false, 151));
        Assert.Null(Vault(Stranger, isDeposit: false, 150));
        Assert.Equal(("1050", "450"), (Cash(trader.Address), Cash(Stranger)));
        Assert.Empty(Equities(trader.Address));
        Assert.Equal($"Vault not registered: {leader.Address}", Vault(leader.Address, isDeposit: true, 1));
        Assert.Equal("Insufficient balance for token transfer", Vault(Stranger, isDeposit: true, 1_051));
    }

    private string? Vault(string vault, bool isDeposit, int usd)
    {
        var reply = trader.Act(new JsonObject
        {
            ["type"] = "vaultTransfer",
            ["vaultAddress"] = vault,
            ["isDeposit"] = isDeposit,
            ["usd"] = usd * 1_000_000L,
        }.ToJsonString());
        return (string?)reply["status"] == "ok" ? null : (string?)reply["response"];
    }

    private string[] Equities(string user) =>
        [.. venue.Info($$"""{"type":"userVaultEquities","user":"{{user}}"}""")!.AsArray().Select(vault => (string)vault!["equity"]!)];

    private string? Sign(string type, JsonObject members)
    {
        var reply = trader.Act(Action(type, members, out var nonce), nonce);
        return (string?)reply["status"] == "ok" ? null : (string?)reply["response"];
    }

    private string Action(string type, JsonObject members, out long nonce)
    {
        nonce = trader.NextNonce();
        (members["type"], members["signatureChainId"], members["hyperliquidChain"], members["time"]) = (type, "0x66eee", "Mainnet", nonce);
        return members.ToJsonString();
    }

    private string Cash(string user) => (string)venue.State(user)["rawUsd"]!;

    private string Spot(string user) => (string)venue.Info($$"""{"type":"spotClearinghouseState","user":"{{user}}"}""")!["balances"]!.AsArray()
        .Single(balance => (string?)balance!["coin"] == "HYPE")!["total"]!;

    private string LastDelta(string user, bool raw = false)
    {
        var text = venue.Info($$"""{"type":"userNonFundingLedgerUpdates","user":"{{user}}","startTime":0}""")!.AsArray()[^1]!["delta"]!.ToJsonString();
        return raw ? text : text.Replace(trader.Address, "USER", StringComparison.Ordinal).Replace(Stranger, "DEST", StringComparison.Ordinal);
    }
}
