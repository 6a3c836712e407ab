using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Actions;

public sealed class SubAccountTests
{
    private readonly TestVenue venue = new();
    private readonly Trader master;

    public SubAccountTests() => master = venue.Trader(1, usdc: 1_000);

    [Fact]
    public void Needs_volume() => Assert.Equal(
        "Cannot create sub-accounts until enough volume traded. Required: $100000. Traded: $0.",
        (string?)master.Act("""{"type":"createSubAccount","name":"desk"}""")["response"]);

    [Fact]
    public void Is_opened_funded_traded_and_emptied_by_its_master()
    {
        var sub = Create();
        Assert.Equal("ok", (string?)Transfer(sub, isDeposit: true, 600)["status"]);
        Assert.Equal("ok", (string?)master.Act(Trader.OrderAction(0, buy: true, 90_000, 0.01m), vault: sub)["status"]);
        var listed = venue.Info($$"""{"type":"subAccounts","user":"{{master.Address}}"}""")![0]!;
        Assert.Equal(("desk", sub), ((string?)listed["name"], (string?)listed["subAccountUser"]));
        Assert.Equal("600.0", (string?)listed["clearinghouseState"]!["marginSummary"]!["accountValue"]);

        // The open order holds 100000 × 0.01 ÷ 20 = 50.
        Assert.Equal("Insufficient balance for token transfer", (string?)Transfer(sub, isDeposit: false, 551)["response"]);
        Assert.Equal("ok", (string?)Transfer(sub, isDeposit: false, 550)["status"]);
        Assert.Equal(("950", "50"), ((string?)venue.State(master.Address)["rawUsd"], (string?)venue.State(sub)["rawUsd"]));
    }

    [Fact]
    public void Is_nobody_elses()
    {
        var (sub, stranger) = (Create(), venue.Trader(2));
        var reply = stranger.Act($$"""{"type":"subAccountTransfer","subAccountUser":"{{sub}}","isDeposit":false,"usd":1}""");
        Assert.Equal($"Invalid sub-account transfer from {stranger.Address} to {sub}", (string?)reply["response"]);
    }

    private string Create()
    {
        venue.Admin("POST", "/sim/accounts", new JsonObject { ["address"] = master.Address, ["cumVlm"] = 100_000 });
        return (string)master.Act("""{"type":"createSubAccount","name":"desk"}""")["response"]!["data"]!;
    }

    private JsonNode Transfer(string sub, bool isDeposit, int usd) => master.Act(new JsonObject
    {
        ["type"] = "subAccountTransfer",
        ["subAccountUser"] = sub,
        ["isDeposit"] = isDeposit,
        ["usd"] = usd * 1_000_000L,
    }.ToJsonString());
}
