using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Actions;

/// <summary>A position that stands on what was put up for it, and on nothing else.</summary>
public sealed class IsolatedMarginTests
{
    private const int Btc = 0;
    private readonly TestVenue venue = new();
    private readonly Trader maker;
    private readonly Trader trader;

    public IsolatedMarginTests()
    {
        (maker, trader) = (venue.Trader(1), venue.Trader(2, usdc: 2_000));
        trader.Act("""{"type":"updateLeverage","asset":0,"isCross":false,"leverage":10}""");
        maker.Resting(Btc, buy: false, 100_000, 0.1m);
        trader.Order(Btc, buy: true, 100_000, 0.1m);
    }

    [Fact]
    public void Takes_its_initial_margin_out_of_the_account()
    {
        // 10000 at leverage 10, and 4.5 of fees.
        Assert.Equal(
            """{"accountValue":"1995.5","totalNtlPos":"10000.0","totalRawUsd":"-8004.5","totalMarginUsed":"1000.0"}""", State()["marginSummary"]!.ToJsonString());
        Assert.Equal(
            """{"accountValue":"995.5","totalNtlPos":"0.0","totalRawUsd":"995.5","totalMarginUsed":"0.0"}""", State()["crossMarginSummary"]!.ToJsonString());
        Assert.Equal(("0.0", "995.5"), ((string?)State()["crossMaintenanceMarginUsed"], (string?)State()["withdrawable"]));
        Assert.Equal("""{"type":"isolated","value":10,"rawUsd":"-9000.0"}""", Position()["leverage"]!.ToJsonString());
    }

    [Fact]
    public void Its_profit_is_its_own_until_it_is_closed()
    {
        Mark(101_000);
        Assert.Equal(("1100.0", "995.5"), ((string?)Position()["marginUsed"], (string?)State()["withdrawable"]));

        maker.Resting(Btc, buy: true, 101_000, 0.1m);
        trader.Order(Btc, buy: false, 101_000, 0.04m);
        Assert.Equal(("660.0", "-5400.0"), ((string?)Position()["marginUsed"], (string?)Position()["leverage"]!["rawUsd"]));
        // 0.4 of 1100 came back, less 1.818 of fees.
        Assert.Equal("1433.682", (string?)State()["withdrawable"]);

        trader.Order(Btc, buy: false, 101_000, 0.06m);
        Assert.Empty(State()["assetPositions"]!.AsArray());
        Assert.Equal(("2090.955", "2090.955"), ((string?)State()["withdrawable"], (string?)State()["marginSummary"]!["accountValue"]));
    }

    [Fact]
    public void Turned_round_it_begins_with_fresh_margin()
    {
        Mark(101_000);
        maker.Resting(Btc, buy: true, 101_000, 0.3m);
        trader.Order(Btc, buy: false, 101_000, 0.15m);

        Assert.Equal(("-0.05", "505.0", "5555.0"), ((string?)Position()["szi"], (string?)Position()["marginUsed"], (string?)Position()["leverage"]!["rawUsd"]));
        Assert.Equal(1_995.5m + 100 - 6.8175m, decimal.Parse((string)State()["marginSummary"]!["accountValue"]!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Is_liquidated_where_its_own_money_ends_and_not_where_the_accounts_does()
    {
        // 9000 of debt, and 1/80 of the value must stay: 90000 / (1 - 1/80).
        Assert.Equal("91139.2405063291", (string?)Position()["liquidationPx"]);
        Assert.Null(Move(900));
        Assert.Equal("82025.3164556962", (string?)Position()["liquidationPx"]);
    }

    [Fact]
    public void More_can_be_put_behind_it_and_taken_back_down_to_its_initial_margin()
    {
        Assert.Equal("Insufficient margin. asset=0", Move(996));
        Assert.Null(Move(500));
        Assert.Equal(("1500.0", "495.5"), ((string?)Position()["marginUsed"], (string?)State()["withdrawable"]));
        Assert.Equal("Insufficient margin. asset=0", Move(-501));
        Assert.Null(Move(-500));
        Assert.Equal(("1000.0", "995.5"), ((string?)Position()["marginUsed"], (string?)State()["withdrawable"]));
    }

    [Fact]
    public void A_position_on_cross_margin_and_none_at_all_have_nothing_behind_them()
    {
        Assert.Equal("Position does not use isolated margin.", Move(1, asset: 1));
        maker.Resting(1, buy: false, 3_000, 1);
        trader.Order(1, buy: true, 3_000, 0.1m);
        Assert.Equal("Position does not use isolated margin.", Move(1, asset: 1));
    }

    [Fact]
    public void Funding_is_paid_out_of_it()
    {
        venue.Admin("POST", "/sim/funding", JsonNode.Parse("""{"coin":"BTC","rate":"0.001"}"""));
        venue.Admin("POST", "/sim/clock", JsonNode.Parse("""{"advance":3600000}"""));

        Assert.Equal(("990.0", "995.5"), ((string?)Position()["marginUsed"], (string?)State()["withdrawable"]));
    }

    [Theory]
    [InlineData(-1, "ff")]
    [InlineData(-32, "e0")]
    [InlineData(-33, "d0df")]
    [InlineData(-128, "d080")]
    [InlineData(-129, "d1ff7f")]
    [InlineData(-32769, "d2ffff7fff")]
    [InlineData(-500000000, "d2e2329b00")]
    [InlineData(-2147483649, "d3ffffffff7fffffff")]
    public void What_is_taken_back_is_signed_in_the_shortest_form(long value, string hex) =>
        Assert.Equal(hex, Convert.ToHexStringLower(new Hyperliquid.Simulator.Wire.MsgPackWriter().Integer(value).Written));

    private string? Move(int usd, int asset = Btc)
    {
        var reply = trader.Act($$"""{"type":"updateIsolatedMargin","asset":{{asset}},"isBuy":true,"ntli":{{usd * 1_000_000L}}}""");
        return (string?)reply["status"] == "ok" ? null : (string?)reply["response"];
    }

    private void Mark(int px) => venue.Admin("POST", "/sim/price", new JsonObject { ["coin"] = "BTC", ["px"] = px });

    private JsonNode State() => venue.Info($$"""{"type":"clearinghouseState","user":"{{trader.Address}}"}""")!;

    private JsonNode Position() => State()["assetPositions"]![0]!["position"]!;
}
