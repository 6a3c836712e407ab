using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests.Info;

/// <summary>What the venue was recorded to send, the simulator sends with the same members and JSON types.</summary>
public sealed class RecordedShapeTests
{
    private readonly TestVenue venue = new();
    private readonly Trader trader;

    public RecordedShapeTests()
    {
        trader = venue.Trader(1);
        var maker = venue.Trader(2);
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse(
            $$"""{"address":"{{trader.Address}}","spot":{"USDC":100,"HYPE":5},"agents":[{"address":"0x00000000000000000000000000000000000000bb","name":"ok","validUntil":1999999999999}]}"""));
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse(
            $$"""{"address":"0x00000000000000000000000000000000000000aa","spot":{"USDC":1},"subAccountOf":"{{trader.Address}}"}"""));
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse(
            $$"""{"address":"0x00000000000000000000000000000000000000cc","usdc":1,"vaultLeader":"{{trader.Address}}"}"""));
        venue.Admin("POST", "/sim/liquidity", JsonNode.Parse("""{"coin":"ETH"}"""));
        venue.Admin("POST", "/sim/liquidity", JsonNode.Parse("""{"coin":"PURR/USDC"}"""));
        maker.Resting(0, buy: false, 100_000, 0.5m);
        trader.Order(0, buy: true, 100_000, 0.2m);
        trader.Order(0, buy: true, 99_000, 0.2m);
        trader.Order(10_107, buy: false, 42, 1);

        // An hour's funding, and a transfer after the deposit.
        venue.Admin("POST", "/sim/funding", JsonNode.Parse("""{"coin":"BTC","rate":0.0000125}"""));
        venue.Admin("POST", "/sim/clock", JsonNode.Parse("""{"advance":3600000}"""));
        venue.Simulation.Beat();
        var nonce = trader.NextNonce();
        trader.Act($$"""{"type":"usdClassTransfer","signatureChainId":"0x66eee","hyperliquidChain":"Mainnet","amount":"1","toPerp":true,"nonce":{{nonce}}}""", nonce);
    }

    [Fact]
    public void Subaccounts_under_portfolio_margin_are_told_as_recorded()
    {
        venue.Admin("POST", "/sim/accounts", JsonNode.Parse(
            """{"address":"0x00000000000000000000000000000000000000aa","usdc":1000,"spot":{"UBTC":0,"HYPE":0},"mode":"portfolioMargin"}"""));
        var maker = venue.Trader(7);
        maker.Resting(1, buy: false, 3_010, 1);
        trader.Act(Trader.OrderAction(1, buy: true, 3_010, 0.1m), vault: "0x00000000000000000000000000000000000000aa");
        AssertCovers(
            TestData.Read("subAccounts2.portfolioMargin.json"), venue.Info($$"""{"type":"subAccounts2","user":"{{trader.Address}}"}"""));
    }

    [Theory]
    [InlineData("ws.allMids", """{"type":"allMids"}""")]
    [InlineData("ws.allDexsAssetCtxs", """{"type":"allDexsAssetCtxs"}""")]
    public void Feeds_push_what_was_recorded(string recording, string subscription)
    {
        var socket = venue.Connect();
        socket.Subscribe(subscription);
        AssertCovers(TestData.Read($"{recording}.json"), socket.Take()[1]);
    }

    [Theory]
    [InlineData("allMids.2023", """{"type":"allMids"}""")]
    [InlineData("allPerpMetas.nonUsdc", """{"type":"allPerpMetas"}""")]
    [InlineData("candleSnapshot.kPEPE.1h", """{"type":"candleSnapshot","req":{"coin":"BTC","interval":"1h","startTime":0}}""")]
    [InlineData("fundingHistory.BTC.long", """{"type":"fundingHistory","coin":"BTC","startTime":0}""")]
    [InlineData("fundingHistory.edge", """{"type":"fundingHistory","coin":"BTC","startTime":0}""")]
    [InlineData("l2Book.BTC.5levels", """{"type":"l2Book","coin":"BTC"}""")]
    [InlineData("spotClearinghouseState.synthetic", """{"type":"spotClearinghouseState","user":"USER"}""")]
    [InlineData("userFills.2023", """{"type":"userFills","user":"USER"}""")]
    [InlineData("clearinghouseState.negativeRawUsd", """{"type":"clearinghouseState","user":"USER"}""")]
    [InlineData("fundingHistory.BTC.page", """{"type":"fundingHistory","coin":"BTC","startTime":0}""")]
    [InlineData("l2Book.DYDX", """{"type":"l2Book","coin":"BTC"}""")]
    [InlineData("meta.2023", """{"type":"meta"}""")]
    [InlineData("openOrders.2023", """{"type":"openOrders","user":"USER"}""")]
    [InlineData("portfolio", """{"type":"portfolio","user":"USER"}""")]
    [InlineData("recentTrades.synthetic", """{"type":"recentTrades","coin":"BTC"}""")]
    [InlineData("spotMeta.nonUsdc.synthetic", """{"type":"spotMeta"}""")]
    [InlineData("tokenDetails.USDC", """{"type":"tokenDetails","tokenId":"0x6d1e7cde53ba9467b783cb7c530ce054"}""")]
    [InlineData("userFillsByTime.2023", """{"type":"userFillsByTime","user":"USER","startTime":0}""")]
    [InlineData("userFills.dustConversion", """{"type":"userFills","user":"USER"}""")]
    [InlineData("userFunding.page", """{"type":"userFunding","user":"USER","startTime":0}""")]
    [InlineData("userFunding.one", """{"type":"userFunding","user":"USER"}""")]
    [InlineData("userNonFundingLedgerUpdates.classTransfer", """{"type":"userNonFundingLedgerUpdates","user":"USER","startTime":1}""")]
    [InlineData("userRateLimit.2", """{"type":"userRateLimit","user":"USER"}""")]
    [InlineData("userTwapSliceFills.empty", """{"type":"userTwapSliceFills","user":"USER"}""")]
    [InlineData("candleSnapshot.spot107.1d", """{"type":"candleSnapshot","req":{"coin":"BTC","interval":"1d","startTime":0}}""")]
    [InlineData("userVaultEquities", """{"type":"userVaultEquities","user":"USER"}""")]
    [InlineData("extraAgents", """{"type":"extraAgents","user":"USER"}""")]
    [InlineData("frontendOpenOrders.spot", """{"type":"frontendOpenOrders","user":"USER"}""")]
    [InlineData("historicalOrders", """{"type":"historicalOrders","user":"USER"}""")]
    [InlineData("l2Book.spot107", """{"type":"l2Book","coin":"BTC"}""")]
    [InlineData("metaAndAssetCtxs.mini", """{"type":"metaAndAssetCtxs"}""")]
    [InlineData("spotClearinghouseState", """{"type":"spotClearinghouseState","user":"USER"}""")]
    [InlineData("spotMeta.mini", """{"type":"spotMeta"}""")]
    [InlineData("spotMetaAndAssetCtxs.mini", """{"type":"spotMetaAndAssetCtxs"}""")]
    [InlineData("subAccounts", """{"type":"subAccounts","user":"USER"}""")]
    [InlineData("userRateLimit", """{"type":"userRateLimit","user":"USER"}""")]
    [InlineData("userRole", """{"type":"userRole","user":"USER"}""")]
    public void Info_has_every_member_that_was_recorded(string recording, string request) => AssertCovers(
        TestData.Read($"{recording}.json"),
        venue.Info(request.Replace("USER", trader.Address, StringComparison.Ordinal)));

    [Fact]
    public void Clearinghouse_state_has_every_member_that_was_recorded()
    {
        var isolated = venue.Trader(8);
        isolated.Act("""{"type":"updateLeverage","asset":0,"isCross":false,"leverage":10}""");
        isolated.Order(0, buy: true, 100_000, 0.1m);
        AssertCovers(TestData.Read("clearinghouseState.isolated.json"), venue.Info($$"""{"type":"clearinghouseState","user":"{{isolated.Address}}"}"""));
    }

    [Fact]
    public void Clearinghouse_state_has_what_was_recorded_long_ago_but_for_what_the_venue_has_dropped()
    {
        var recorded = TestData.Read("clearinghouseState.2023.json");
        foreach (var position in recorded["assetPositions"]!.AsArray())
        {
            Assert.True(position!["position"]!.AsObject().Remove("maxTradeSzs"));
            position["position"]!.AsObject()["liquidationPx"] = null;
        }

        AssertCovers(recorded, venue.Info($$"""{"type":"clearinghouseState","user":"{{trader.Address}}"}"""));
    }

    [Fact]
    public void A_levered_long_owes_as_recorded()
    {
        var levered = venue.Trader(9, usdc: 1_000);
        levered.Order(0, buy: true, 100_000, 0.1m);

        var summary = venue.Info($$"""{"type":"clearinghouseState","user":"{{levered.Address}}"}""")!["crossMarginSummary"]!;
        Assert.StartsWith("-", (string?)TestData.Read("clearinghouseState.negativeRawUsd.json")["crossMarginSummary"]!["totalRawUsd"], StringComparison.Ordinal);
        Assert.StartsWith("-", (string?)summary["totalRawUsd"], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_sort_of_ledger_entry_has_every_member_that_was_recorded()
    {
        var nonce = trader.NextNonce();
        trader.Act(
            $$"""{"type":"spotSend","signatureChainId":"0x66eee","hyperliquidChain":"Mainnet","destination":"0x00000000000000000000000000000000000000dd","token":"USDC","amount":"1","time":{{nonce}}}""",
            nonce);
        var ours = venue.Info($$"""{"type":"userNonFundingLedgerUpdates","user":"{{trader.Address}}","startTime":0}""")!.AsArray();
        Assert.All(TestData.Read("userNonFundingLedgerUpdates.json").AsArray(), recorded => AssertCovers(
            recorded, ours.First(entry => (string?)entry!["delta"]!["type"] == (string?)recorded!["delta"]!["type"])));
    }

    // Nobody stakes here, so there is no entry to compare.
    [Fact]
    public void Staking_history_is_a_list_as_recorded() => Assert.Equal(
        TestData.Read("delegatorHistory.json").GetValueKind(), venue.Info($$"""{"type":"delegatorHistory","user":"{{trader.Address}}"}""")!.GetValueKind());

    [Fact]
    public void Whoever_takes_the_other_side_of_a_liquidation_is_told_as_recorded()
    {
        var poor = venue.Trader(10, usdc: 3_000);
        poor.Order(0, buy: true, 100_000, 0.2m);
        var other = venue.Trader(11);
        other.Order(0, buy: true, 99_500, 0.2m, cloid: "0xe8d5fd7ebbb4c3cff4d1803472a11463");
        var socket = venue.Connect();
        socket.Subscribe($$"""{"type":"userEvents","user":"{{other.Address}}"}""");
        socket.Take();

        venue.Admin("POST", "/sim/price", JsonNode.Parse("""{"coin":"BTC","px":86000}"""));

        AssertCovers(TestData.Read("ws.user.fillLiquidation.json"), Assert.Single(socket.Take()));
    }

    [Fact]
    public void Books_are_pushed_as_recorded()
    {
        var socket = venue.Connect();
        socket.Subscribe("""{"type":"l2Book","coin":"BTC"}""");
        AssertCovers(TestData.Read("ws.l2Book.data.synthetic.json"), socket.Take()[1]["data"]);
    }

    [Fact]
    public void Orders_with_triggers_have_every_member_that_was_recorded()
    {
        var parent = venue.Trader(5);
        parent.Group(
            "normalTpsl",
            Trader.OrderJson(0, true, 99_000, 0.1m, "Gtc", false, null),
            Trader.TriggerJson(0, false, 90_000, 0.1m, "sl", 95_000),
            Trader.TriggerJson(0, false, 100_000, 0.1m, "tp", 105_000));
        AssertCovers(TestData.Read("frontendOpenOrders.json"), venue.Info($$"""{"type":"frontendOpenOrders","user":"{{parent.Address}}"}"""));
    }

    [Fact]
    public void Resting_reply_is_as_recorded() => AssertCovers(
        TestData.Read("exchange.order.resting.json"), trader.Act(Trader.OrderAction(0, buy: true, 90_000, 0.1m)));

    [Theory]
    [InlineData("allMids")]
    [InlineData("l2Book")]
    [InlineData("bbo")]
    [InlineData("trades")]
    [InlineData("orderUpdates")]
    [InlineData("userEvents")]
    public void Feeds_acknowledge_and_push_as_recorded(string type)
    {
        var recorded = TestData.Read("ws.subscriptions.json").AsArray()
            .Single(conversation => (string?)conversation!["send"]!["subscription"]!["type"] == type)!;
        var send = recorded["send"]!.ToJsonString().Replace("mtiz", trader.Address, StringComparison.Ordinal);
        var maker = venue.Trader(3);
        maker.Resting(28, buy: true, 39.9m, 20);
        maker.Resting(28, buy: false, 40.1m, 20);
        var socket = venue.Connect();
        socket.Send(send);
        trader.Order(28, buy: true, 40.1m, 1);
        trader.Resting(28, buy: true, 39, 1);

        var frames = socket.Take();
        AssertCovers(recorded["ack"], frames[0]);
        var channel = (string?)recorded["push"]!["channel"];
        AssertCovers(recorded["push"], frames.First(frame => (string?)frame["channel"] == channel));
    }

    [Theory]
    [InlineData("delegations", "[]")]
    [InlineData("delegatorSummary", """{"delegated":"0.0","undelegated":"0.0","totalPendingWithdrawal":"0.0","nPendingWithdrawals":0}""")]
    [InlineData("userDexAbstraction", "null")]
    [InlineData("userAbstraction", "\"default\"")]
    [InlineData("delegatorHistory", "[]")]
    [InlineData("delegatorRewards", "[]")]
    [InlineData("twapHistory", "[]")]
    [InlineData("approvedBuilders", "[]")]
    [InlineData("userToMultiSigSigners", "null")]
    public void Accounts_without_such_things_are_told_so(string type, string answer) =>
        Assert.Equal(answer, venue.Info($$"""{"type":"{{type}}","user":"{{trader.Address}}","startTime":0}""")?.ToJsonString() ?? "null");

    [Fact]
    public void Tells_what_could_be_traded()
    {
        var rich = venue.Trader(6, usdc: 1_000);
        var data = venue.Info($$"""{"type":"activeAssetData","user":"{{rich.Address}}","coin":"BTC"}""")!;
        Assert.Equal(
            """{"leverage":{"type":"cross","value":20},"maxTradeSzs":["0.2","0.2"],"availableToTrade":["1000.0","1000.0"]}""",
            new JsonObject(new[] { "leverage", "maxTradeSzs", "availableToTrade" }.Select(name => KeyValuePair.Create(name, data[name]?.DeepClone()))).ToJsonString());
        Assert.NotNull(rich.Order(0, buy: true, 99_000, 0.2m)["resting"]);
        Assert.NotNull(rich.Order(0, buy: true, 99_000, 0.001m)["error"]);
    }

    [Fact]
    public void Every_decimal_has_a_fractional_digit_and_no_trailing_zero()
    {
        string[] requests = ["""{"type":"metaAndAssetCtxs"}""", "USER:userFills", "USER:frontendOpenOrders", "USER:clearinghouseState", """{"type":"l2Book","coin":"BTC"}"""];
        foreach (var request in requests)
        {
            var json = request.StartsWith("USER:", StringComparison.Ordinal)
                ? $$"""{"type":"{{request[5..]}}","user":"{{trader.Address}}"}"""
                : request;
            Assert.All(Strings(venue.Info(json)).Where(text => decimal.TryParse(text, out _)), text => Assert.Matches(@"^-?\d+\.(\d|\d*[1-9])$", text));
        }
    }

    // Members whose recording is null may hold anything; arrays are compared by their first elements.
    private static void AssertCovers(JsonNode? recorded, JsonNode? ours, string path = "$")
    {
        switch (recorded)
        {
            case null:
                return;
            case JsonObject members when path.EndsWith(".mids", StringComparison.Ordinal) || members.ContainsKey("ATOM"):
                Assert.All(Assert.IsType<JsonObject>(ours), mid => Assert.Equal(JsonValueKind.String, mid.Value!.GetValueKind()));
                return;
            case JsonObject members:
                var actual = Assert.IsType<JsonObject>(ours);
                foreach (var (name, value) in members.Where(member => member.Key is not "onlyIsolated"))
                {
                    Assert.True(actual.ContainsKey(name), $"{path}.{name} is missing in {actual.ToJsonString()}");
                    AssertCovers(value, actual[name], $"{path}.{name}");
                }

                return;
            case JsonArray items:
                var array = Assert.IsType<JsonArray>(ours);
                foreach (var (index, item) in items.Take(2).Index())
                {
                    if (index < array.Count)
                        AssertCovers(item, array[index], $"{path}[{index}]");
                    else
                        Assert.True(array.Count > 0, $"{path} is empty");
                }

                return;
            default:
                Assert.True(ours is not null && KindOf(recorded) == KindOf(ours), $"{path} is {ours?.ToJsonString() ?? "null"}, recorded {recorded.ToJsonString()}");
                return;
        }
    }

    private static JsonValueKind KindOf(JsonNode value) => value.GetValueKind() is JsonValueKind.True ? JsonValueKind.False : value.GetValueKind();

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Strings(member.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}
