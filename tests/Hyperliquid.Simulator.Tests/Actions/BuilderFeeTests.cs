using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Actions;

public sealed class BuilderFeeTests
{
    private const string Builder = "0x00000000000000000000000000000000000000bb";
    private readonly TestVenue venue = new();
    private readonly Trader trader;

    public BuilderFeeTests()
    {
        trader = venue.Trader(1);
        venue.Trader(2).Resting(0, buy: false, 100_000, 10);
    }

    [Fact]
    public void Needs_an_approval_of_at_least_that_rate()
    {
        Assert.Equal("Builder fee has not been approved.", (string?)Buy(10)["response"]);
        Approve("0.009%");
        Assert.Equal("Builder fee has not been approved.", (string?)Buy(10)["response"]);
        Approve("0.01%");
        Assert.Equal("ok", (string?)Buy(10)["status"]);
        Assert.Equal(10, (int)venue.Info($$"""{"type":"maxBuilderFee","user":"{{trader.Address}}","builder":"{{Builder}}"}""")!);
    }

    [Fact]
    public void Comes_on_top_of_the_venues_fee()
    {
        Approve("0.01%");
        Buy(10);
        var fill = venue.Info($$"""{"type":"userFills","user":"{{trader.Address}}"}""")![0]!;
        Assert.Equal(("0.1", "0.55"), ((string?)fill["builderFee"], (string?)fill["fee"]));
    }

    [Fact]
    public void Is_at_most_a_tenth_of_a_percent_on_perpetuals()
    {
        Approve("1%");
        Assert.Equal("Builder fee is too high.", (string?)Buy(101)["response"]!["data"]!["statuses"]![0]!["error"]);
        Assert.Equal("Invalid max fee rate.", Approve("1.001%"));
        Assert.Equal("Invalid max fee rate.", Approve("0.01"));
    }

    private JsonNode Buy(int rate)
    {
        var action = JsonNode.Parse(Trader.OrderAction(0, buy: true, 100_000, 0.01m, "Ioc"))!;
        action["builder"] = new JsonObject { ["b"] = Builder, ["f"] = rate };
        return trader.Act(action.ToJsonString());
    }

    private string? Approve(string rate)
    {
        var nonce = trader.NextNonce();
        var reply = trader.Act(new JsonObject
        {
            ["type"] = "approveBuilderFee",
            ["signatureChainId"] = "0xa4b1",
            ["hyperliquidChain"] = "Mainnet",
            ["maxFeeRate"] = rate,
            ["builder"] = Builder,
            ["nonce"] = nonce,
        }.ToJsonString(), nonce);
        return (string?)reply["status"] == "ok" ? null : (string?)reply["response"];
    }
}
