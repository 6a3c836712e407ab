using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Actions;

public sealed class UpdateLeverageTests
{
    private const int Btc = 0;
    private readonly TestVenue venue = new();

    [Theory]
    [InlineData(0, "Invalid leverage value. asset=0")]
    [InlineData(41, "Invalid leverage value. asset=0")]
    [InlineData(1, null)]
    [InlineData(40, null)]
    public void Takes_whole_numbers_up_to_the_assets_most(int leverage, string? refusal) =>
        Assert.Equal(refusal, Set(venue.Trader(1), leverage));

    [Fact]
    public void Decides_how_much_can_be_bought()
    {
        var trader = venue.Trader(1, usdc: 10_000);
        Set(trader, 10);
        Assert.Equal("Insufficient margin to place order. asset=0", (string?)trader.Order(Btc, true, 100_000, 1.1m)["error"]);
        Set(trader, 20);
        Assert.NotNull(trader.Order(Btc, true, 100_000, 1.1m)["resting"]);
        Assert.Equal("Insufficient margin for this leverage. asset=0", Set(trader, 10));
    }

    [Fact]
    public void Does_not_change_its_sort_under_an_open_position()
    {
        var (maker, trader) = (venue.Trader(1), venue.Trader(2));
        maker.Resting(Btc, buy: false, 100_000, 0.1m);
        Assert.Null(Set(trader, 10, isCross: false));
        trader.Order(Btc, buy: true, 100_000, 0.1m);
        Assert.Equal("Cannot switch leverage type with open position.", Set(trader, 10));
        var position = venue.Info($$"""{"type":"clearinghouseState","user":"{{trader.Address}}"}""")!["assetPositions"]![0]!["position"]!;
        Assert.Equal("""{"type":"isolated","value":10,"rawUsd":"-9000.0"}""", position["leverage"]!.ToJsonString());
        Assert.Equal("1000.0", (string?)position["marginUsed"]);
    }

    private static string? Set(Trader trader, int leverage, bool isCross = true)
    {
        var reply = trader.Act(new JsonObject
        {
            ["type"] = "updateLeverage",
            ["asset"] = Btc,
            ["isCross"] = isCross,
            ["leverage"] = leverage,
        }.ToJsonString());
        return (string?)reply["status"] == "ok" ? null : (string?)reply["response"];
    }
}
