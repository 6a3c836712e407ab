using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Trading;

/// <summary>What an account is told of its money, and what it may do with it, in each way of pooling it.</summary>
public sealed class AccountModeTests
{
    private const int Btc = 0;
    private const int Silver = 110_002;
    private readonly TestVenue venue = new();
    private readonly Trader trader;

    public AccountModeTests() => trader = venue.Trader(1, usdc: 1_000);

    [Fact]
    public void Starts_with_each_purse_apart()
    {
        Assert.Equal("default", Mode());
        Fund("""{"spot":{"USDC":500}}""");
        Assert.Equal(["1000.0", "500.0"], [Value(), Total("USDC")]);
        Assert.NotNull(trader.Order(Btc, buy: true, 100_000, 0.25m)["error"]);
    }

    [Theory]
    [InlineData("unifiedAccount")]
    [InlineData("portfolioMargin")]
    public void Pooled_money_is_told_as_spot_balances(string mode)
    {
        Fund($$"""{"spot":{"USDC":500},"mode":"{{mode}}"}""");
        Assert.Equal(mode, Mode());
        Assert.Equal(["0.0", "1500.0", "0.0"], [Value(), Total("USDC"), Hold("USDC")]);
        Assert.Equal("0.0", (string?)State()["withdrawable"]);
    }

    [Fact]
    public void A_unified_account_trades_all_dexs_and_spot_with_one_balance()
    {
        Fund("""{"mode":"unifiedAccount"}""");
        var maker = venue.Trader(2);
        maker.Resting(Btc, buy: false, 100_000, 1);
        Assert.NotNull(trader.Order(Btc, buy: true, 100_000, 0.1m)["filled"]);
        Assert.NotNull(trader.Order(Silver, buy: true, 50, 100)["resting"]);

        // 500 for the position at leverage 20, 250 for the order, 4.5 for the fee: 245.5 are left.
        Assert.Equal(["995.5", "750.0"], [Total("USDC"), Hold("USDC")]);
        Assert.NotNull(trader.Order(Silver, buy: true, 50, 99)["error"]);
        Assert.Equal("Insufficient spot balance asset=10107", (string?)trader.Order(10_107, buy: true, 40, 6.2m)["error"]);
        Assert.NotNull(trader.Order(10_107, buy: true, 40, 6)["resting"]);
        Assert.NotNull(trader.Order(Silver, buy: true, 50, 10)["error"]);
        Assert.Equal(["500.0", "500.0"], [Value(), (string)State()["marginSummary"]!["totalMarginUsed"]!]);
    }

    [Fact]
    public void Pooled_equity_moves_with_the_marks()
    {
        Fund("""{"mode":"unifiedAccount"}""");
        venue.Trader(2).Resting(Btc, buy: false, 100_000, 1);
        trader.Order(Btc, buy: true, 100_000, 0.1m);
        venue.Admin("POST", "/sim/price", JsonNode.Parse("""{"coin":"BTC","px":101000}"""));
        Assert.Equal("1095.5", Total("USDC"));
        Assert.Equal("-9595.0", (string?)State()["marginSummary"]!["totalRawUsd"]);
    }

    [Fact]
    public void Portfolio_margin_lends_against_other_tokens()
    {
        Fund("""{"spot":{"UBTC":0.1},"mode":"unifiedAccount"}""");
        Assert.NotNull(trader.Order(Btc, buy: true, 100_000, 1)["error"]);
        Assert.Equal("ok", SetMode("portfolioMargin"));
        Assert.NotNull(trader.Order(Btc, buy: true, 100_000, 1)["resting"]); // 5000 of 1000 and half of 10000
        Assert.NotNull(trader.Order(Btc, buy: true, 100_000, 0.3m)["error"]);
        var spot = Spot();
        Assert.True((bool)spot["portfolioMarginEnabled"]!);
        Assert.Equal("0.5", (string?)spot["balances"]!.AsArray().Single(balance => (string?)balance!["coin"] == "UBTC")!["ltv"]);
        Assert.Equal("""[[0,"1000.0"],[197,"0.1"]]""", spot["tokenToAvailableAfterMaintenance"]!.ToJsonString());
    }

    [Fact]
    public void The_account_chooses_by_its_key_or_an_api_wallet()
    {
        Assert.Equal("ok", SetMode("unifiedAccount"));
        Assert.Equal("unifiedAccount", Mode());
        Assert.Equal("ok", (string?)trader.Act("""{"type":"agentSetAbstraction","abstraction":"i"}""")["status"]);
        Assert.Equal("disabled", Mode());
        Assert.Equal(422, venue.Simulation.AnswerAction("""{"action":{"type":"agentSetAbstraction","abstraction":"x"},"nonce":1,"signature":{"r":"0x1","s":"0x1","v":27}}""").Reply!.Status);
        Assert.Equal("User is neither the signer nor a sub-account of it.", SetMode("unifiedAccount", venue.Trader(2).Address));
    }

    [Fact]
    public void Money_is_not_moved_between_purses_that_are_one()
    {
        SetMode("unifiedAccount");
        Assert.Equal("Action disabled when unified account is active", Transfer(100, toPerp: true));
        SetMode("disabled");
        Assert.Equal(["0.0", "1000.0"], [Value(), Total("USDC")]);
        Assert.Equal("ok", Transfer(100, toPerp: true));
        Assert.Equal(["100.0", "900.0"], [Value(), Total("USDC")]);
        Assert.Equal("Insufficient balance for token transfer", Transfer(101, toPerp: false));
    }

    [Fact]
    public void A_master_moves_the_money_of_its_subaccount()
    {
        const string sub = "0x00000000000000000000000000000000000000aa";
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse($$"""{"address":"{{sub}}","usdc":50,"subAccountOf":"{{trader.Address}}"}"""));
        Assert.Equal("ok", Transfer($"20 subaccount:{sub}", toPerp: false));
        Assert.Equal("20", (string?)venue.State(sub)["balances"]![0]!["total"]);
        Assert.Equal("Invalid send", Transfer($"20 subaccount:{venue.Trader(3).Address}", toPerp: false));
    }

    [Fact]
    public void Is_not_parted_while_something_stands_on_the_pool()
    {
        SetMode("unifiedAccount");
        var oid = trader.Resting(Btc, buy: true, 90_000, 0.1m);
        Assert.Equal("Cannot disable abstraction with open positions or orders.", SetMode("disabled"));
        trader.Cancel(Btc, oid);
        Assert.Equal("ok", SetMode("disabled"));
    }

    private string SetMode(string mode, string? user = null) => Told(nonce =>
        $$"""{"type":"userSetAbstraction","signatureChainId":"0x66eee","hyperliquidChain":"Mainnet","user":"{{user ?? trader.Address}}","abstraction":"{{mode}}","nonce":{{nonce}}}""");

    private string Transfer(object amount, bool toPerp) => Told(nonce =>
        $$"""{"type":"usdClassTransfer","signatureChainId":"0x66eee","hyperliquidChain":"Mainnet","amount":"{{amount}}","toPerp":{{(toPerp ? "true" : "false")}},"nonce":{{nonce}}}""");

    private string Told(Func<long, string> action)
    {
        var nonce = trader.NextNonce();
        var reply = trader.Act(action(nonce), nonce);
        return (string?)reply["status"] == "ok" ? "ok" : (string)reply["response"]!;
    }

    private void Fund(string body)
    {
        var request = JsonNode.Parse(body)!;
        request["address"] = trader.Address;
        venue.Admin("POST", "/sim/accounts", request);
    }

    private string? Mode() => (string?)venue.Info($$"""{"type":"userAbstraction","user":"{{trader.Address}}"}""");

    private JsonNode State() => venue.Info($$"""{"type":"clearinghouseState","user":"{{trader.Address}}"}""")!;

    private JsonNode Spot() => venue.Info($$"""{"type":"spotClearinghouseState","user":"{{trader.Address}}"}""")!;

    private string Value() => (string)State()["marginSummary"]!["accountValue"]!;

    private string Total(string coin) => (string)Balance(coin)["total"]!;

    private string Hold(string coin) => (string)Balance(coin)["hold"]!;

    private JsonNode Balance(string coin) => Spot()["balances"]!.AsArray().Single(balance => (string?)balance!["coin"] == coin)!;
}
