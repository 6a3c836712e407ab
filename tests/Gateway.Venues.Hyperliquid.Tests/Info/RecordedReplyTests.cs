using System.Globalization;
using Gateway.Venues.Hyperliquid.Info;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Tests.Info;

public sealed class RecordedReplyTests
{
    [Fact]
    public void A_clearinghouse_state_with_an_isolated_position()
    {
        var state = ClearinghouseState.Read(TestData.Recorded("clearinghouseState.isolated"));

        Assert.Equal(
            (83.307638m, 75.652m, 7.655638m, 7.525754m, 0m, 75.781884m, Time(1754467216357)),
            (state.AccountValue, state.TotalNotional, state.TotalRawUsd, state.TotalMarginUsed, state.MaintenanceMargin!.Value, state.Withdrawable, state.Time));
        Assert.Equal(
            new PerpetualPosition("HYPE", 2m, 37.829m, 75.652m, -0.006m, 35.8559189474m, 7.525754m, 10m, IsIsolated: true), Assert.Single(state.Positions));
    }

    [Fact]
    public void Spot_balances() => Assert.Equal(
        [new SpotBalance("USDC", 0, 2.77363m, 0m, 0m), new SpotBalance("HYPE", 150, 0.00959057m, 0m, 0.214388m)],
        SpotBalance.ReadAll(TestData.Recorded("spotClearinghouseState")));

    [Fact]
    public void Subaccounts()
    {
        var account = Assert.Single(SubAccount.ReadAll(TestData.Recorded("subAccounts")));

        Assert.Equal(("Test", "0x035605fc2f24d65300227189025e90a0d947f16c", "0x8c967e73e6b15087c42a10d344cff4c96d877f1d", 29.78001m), (account.Name, account.Address, account.Master, account.Clearinghouse.AccountValue));
        Assert.Equal([new SpotBalance("USDC", 0, 0.22m, 0m, 0m)], account.Balances);
        Assert.Empty(SubAccount.ReadAll(TestData.Json("null")));
    }

    [Fact]
    public void Vault_equities() => Assert.Equal(
        [new VaultEquity("0x07fd993f0fa3a185f7207adccd29f7a87404689d", 688536.0314879999m, Time(1737697731869)),
            new VaultEquity("0x7f6ce756bdee0db22a8fbda15aa48023aae5a8be", 100.003834m, Time(1749857239300))],
        VaultEquity.ReadAll(TestData.Recorded("userVaultEquities")));

    [Fact]
    public void Agents() => Assert.Equal(
        new ApiWallet("ok", "0x286edfa08c04f6899dab3bfdecf2dd133f9733b9", Time(1767776120478)), ApiWallet.ReadAll(TestData.Recorded("extraAgents"))[0]);

    [Fact]
    public void Open_orders_with_triggers_and_children()
    {
        var orders = OpenOrderRow.ReadAll(TestData.Recorded("frontendOpenOrders"));

        Assert.Equal(
            ("INJ", Side.Sell, 9.2037m, 12.5m, 12.5m, 3184595907L, true, "Take Profit Market", 10.004m, "Price above 10.004", Time(1700126022555)),
            (orders[0].Coin, orders[0].Side, orders[0].Price, orders[0].Size, orders[0].OriginalSize!.Value, orders[0].Oid, orders[0].ReduceOnly,
                orders[0].OrderType, orders[0].TriggerPrice!.Value, orders[0].TriggerCondition, orders[0].Time));
        Assert.Null(orders[2].TriggerPrice);
        Assert.Equal([3184595906L, 3184595907L], orders[2].Children.Select(child => child.Oid));
    }

    [Fact]
    public void Open_orders_of_the_first_year() => Assert.Equal(62269971, OpenOrderRow.ReadAll(TestData.Recorded("openOrders.2023"))[0].Oid);

    [Fact]
    public void Historical_orders_once_each_in_their_newest_state()
    {
        var recorded = TestData.Recorded("historicalOrders");
        var twice = TestData.Json($"[{string.Join(',', recorded.EnumerateArray().Concat(recorded.EnumerateArray()).Select(row => row.GetRawText()))}]");

        Assert.Equal(OrderHistoryRow.ReadAll(recorded).Select(row => (row.Order.Oid, row.Status)), OrderHistoryRow.ReadAll(twice).Select(row => (row.Order.Oid, row.Status)));
        Assert.Null(OrderStatusRow.Read(TestData.Json("""{"status":"unknownOid"}""")).Order);
    }

    [Fact]
    public void Funding_of_which_some_has_no_premium() => Assert.Equal(
        [new FundingRow("BTC", 0.0000125m, 0.00029005m, Time(1769908800000)), new FundingRow("BTC", -0.0000081m, -0.000125m, Time(1769912400000)),
            new FundingRow("BTC", 0.0000033m, Premium: null, Time(1769916000000))],
        FundingRow.ReadAll(TestData.Recorded("fundingHistory.edge")));

    [Fact]
    public void Candles() => Assert.Equal(
        new Candle(Time(1684699200000), Time(1684702799999), 0.001601m, 0.001616m, 0.001601m, 0.001604m, 520665683m, 709),
        Candle.ReadAll(TestData.Recorded("candleSnapshot.kPEPE.1h"))[0]);

    [Fact]
    public void Fills()
    {
        var fills = FillRow.ReadAll(TestData.Recorded("userFills.dustConversion"));

        Assert.Equal(
            ("@156", Side.Buy, 160.32m, 1.267m, Time(1762697535160), 228721726126L, 567745090281031L, true, 0.00088689m, "USOL"),
            (fills[2].Coin, fills[2].Side, fills[2].Price, fills[2].Size, fills[2].Time, fills[2].Oid, fills[2].Tid!.Value, fills[2].Crossed, fills[2].Fee, fills[2].FeeToken));
    }

    [Fact]
    public void Metas_of_dexes_with_other_collateral()
    {
        var metas = PerpetualMetas.ReadAll(TestData.Recorded("allPerpMetas.nonUsdc"));

        Assert.Equal([(0, "BTC", 5), (360, "km:US500", 3), (235, "hyna:BTC", 5)], metas.Select(meta => (meta.CollateralToken, meta.Universe[0].Name, meta.Universe[0].SizeDecimals)));
    }

    [Fact]
    public void Contexts_are_joined_to_their_names()
    {
        var recorded = TestData.Recorded("metaAndAssetCtxs.mini");
        var names = recorded[0].GetProperty("universe").EnumerateArray().Select(one => one.GetProperty("name").GetString());
        var marks = recorded[1].EnumerateArray().Select(one => decimal.Parse(one.GetProperty("markPx").GetString()!, CultureInfo.InvariantCulture));

        Assert.Equal(names.Zip(marks), PerpetualContext.ReadAll(recorded).Select(row => ((string?)row.Coin, row.Mark)));
        Assert.Equal("PURR/USDC", SpotContext.ReadAll(TestData.Recorded("spotMetaAndAssetCtxs.mini"))[0].Coin);
        Assert.Throws<UnreadableMessageException>(() => PerpetualContext.ReadAll(TestData.Json("""[{"universe":[{"name":"BTC","szDecimals":5}]},[]]""")));
    }

    // Not recorded by anybody: as the venue documents them.
    [Fact]
    public void Documented_answers()
    {
        Assert.Equal(
            new Delegation("0x5ac99df645f3414876c816caa18b2d234024b487", 12060.16529862m, Time(1735466781353)),
            Assert.Single(Delegation.ReadAll(TestData.Json("""[{"validator":"0x5ac99df645f3414876c816caa18b2d234024b487","amount":"12060.16529862","lockedUntilTimestamp":1735466781353}]"""))));
        Assert.Equal(
            new DelegatorSummary(12060.16529862m, 0m, 0m, 0),
            DelegatorSummary.Read(TestData.Json("""{"delegated":"12060.16529862","undelegated":"0.0","totalPendingWithdrawal":"0.0","nPendingWithdrawals":0}""")));
        var fees = UserFees.Read(TestData.Json("""{"dailyUserVlm":[{"date":"2025-05-23","userCross":"0.0","userAdd":"0.0","exchange":"2852367.0770729999"}],"userCrossRate":"0.000315","userAddRate":"0.000105","userSpotCrossRate":"0.00049","userSpotAddRate":"0.00028","activeReferralDiscount":"0.0","activeStakingDiscount":{"bpsOfMaxSupply":"4.7577998927","discount":"0.3"}}"""));
        Assert.Equal((0.000315m, 0.000105m, 0.3m, 2852367.0770729999m), (fees.TakerRate, fees.MakerRate, fees.StakingDiscount!.Value, fees.Days[0].Exchange));
        Assert.Equal(
            new ActiveAsset("BTC", 20m, IsIsolated: false, 1.5m, 1.6m, 100m, 101m, 65000m),
            ActiveAsset.Read(TestData.Json("""{"user":"0x1","coin":"BTC","leverage":{"type":"cross","value":20},"maxTradeSzs":["1.5","1.6"],"availableToTrade":["100.0","101.0"],"markPx":"65000.0"}""")));
        Assert.Equal(["", "xyz"], PerpetualDex.ReadAll(TestData.Json("""[null,{"name":"xyz","fullName":"XYZ","deployer":"0x1"}]""")).Select(dex => dex.Name));
        Assert.Equal(10, Scalars.MaxBuilderFee(TestData.Json("10")));
        Assert.Equal([true, false, null], new[] { "true", "false", "null" }.Select(text => Scalars.DexAbstraction(TestData.Json(text))));
    }

    [Theory]
    [InlineData("""{"balances":[{"coin":"USDC","token":0,"hold":"0.0","entryNtl":"0.0"}]}""")]
    [InlineData("""{"balances":[{"coin":"USDC","token":0,"total":"a lot","hold":"0.0","entryNtl":"0.0"}]}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public void What_is_missing_is_an_error_and_never_a_zero(string reply) =>
        Assert.Throws<UnreadableMessageException>(() => SpotBalance.ReadAll(TestData.Json(reply)));

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
