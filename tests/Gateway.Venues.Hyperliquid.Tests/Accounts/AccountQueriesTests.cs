using System.Text.Json;
using Gateway.Venues.Hyperliquid.Info;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Accounts;

public sealed class AccountQueriesTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("disabled")]
    public void A_standard_account_is_worth_its_dexes_and_its_balances(string mode) => World(mode, world =>
    {
        var summary = Summary(world);

        Assert.Equal(AccountMode.Standard, summary.Mode);
        // 83.307638 on the venue's own dex, 10 USDT0 at 0.5 on another; 2.77363 USDC and 0.00959057 HYPE at 40.
        Assert.Equal(83.307638m + (10 * 0.5m) + 2.77363m + (0.00959057m * 40), summary.Equity);
        Assert.Equal(7.525754m + (4 * 0.5m), summary.MarginUsed);
        Assert.Equal(75.781884m + (6 * 0.5m), summary.Available);
        Assert.Equal(
            [new CollateralPool("", "USDC", 1, 83.307638m, 7.525754m, 75.781884m), new CollateralPool("km", "USDT0", 0.5m, 10, 4, 6)], summary.Pools);
        Assert.Equal(("HYPE", 2m, true), (summary.Positions[0].Symbol, summary.Positions[0].Quantity, summary.Positions[0].IsIsolated));
    });

    [Theory]
    [InlineData("unifiedAccount", AccountMode.Unified)]
    [InlineData("portfolioMargin", AccountMode.PortfolioMargin)]
    public void Where_balances_serve_all_dexes_they_are_the_equity_and_their_hold_the_margin(string word, AccountMode mode) => World(word, world =>
    {
        var recorded = TestData.Recorded("subAccounts2.portfolioMargin")[0];
        world.Info.Answers["spotClearinghouseState"] = _ => recorded.GetProperty("spotState").GetRawText();

        var summary = Summary(world);

        Assert.Equal((mode, 894.08996004m, 140.43677994m, 894.08996004m - 140.43677994m), (summary.Mode, summary.Equity, summary.MarginUsed, summary.Available));
        Assert.Equal([new CollateralPool(null, "USDC", 1, 894.08996004m, 140.43677994m, 753.6531801m)], summary.Pools);
        Assert.NotEmpty(summary.Positions);
    });

    [Fact]
    public void A_mode_that_is_not_known_is_an_error_and_never_a_zero() => World("somethingNew", world =>
    {
        var reply = Run(world, world.Venue.Queries!.SummariseAsync(VenueWorld.Account, CancellationToken.None));

        Assert.Contains("'somethingNew'", Assert.IsType<QueryReply<AccountSummary>.Unavailable>(reply).Cause, StringComparison.Ordinal);
    });

    [Fact]
    public void A_token_that_only_calls_itself_USDC_is_worth_nothing() => World("default", world =>
    {
        world.Info.Answers["spotClearinghouseState"] = _ => """{"balances":[{"coin":"USDC","token":999,"total":"1000000.0","hold":"0.0","entryNtl":"0.0"}]}""";

        var balance = Assert.Single(Summary(world).Balances);

        Assert.Equal((null, null), (balance.Value, balance.Product));
    });

    [Fact]
    public void Parameters_are_put_in_the_venues_words() => World("default", world =>
    {
        world.Info.Answers["candleSnapshot"] = _ => "[]";
        Ask(world, """{"type":"candleSnapshot","coin":"B\"TC","interval":"1h","start_time":"2023-05-21T20:46:47Z"}""", account: false);

        var request = Assert.Single(world.Info.Of("candleSnapshot"));
        Assert.Equal(("B\"TC", "1h", 1684702007000L), (request.GetProperty("req").GetProperty("coin").GetString(), request.GetProperty("req").GetProperty("interval").GetString(), request.GetProperty("req").GetProperty("startTime").GetInt64()));
    });

    [Fact]
    public void Time_ranges_come_whole() => World("default", world =>
    {
        var rows = Enumerable.Range(0, 900).Select(row => 1_700_000_000_000L + (row * 60_000)).ToArray();
        world.Info.Answers["fundingHistory"] = request =>
        {
            var since = request.GetProperty("startTime").GetInt64();
            return $"[{string.Join(',', rows.Where(time => time >= since).Take(500).Select(time => $$"""{"coin":"BTC","fundingRate":"0.1","time":{{time}}}"""))}]";
        };

        var reply = Ask(world, """{"type":"fundingHistory","coin":"BTC","start_time":"2023-01-01T00:00:00Z"}""", account: false);

        var pages = Assert.IsType<TimePages<FundingRow>>(Assert.IsType<QueryReply<object>.Answered>(reply).Value);
        Assert.Equal(rows, pages.Items.Select(row => row.Time.ToUnixTimeMilliseconds()));
        Assert.True(pages.IsComplete);
    });

    [Theory]
    [InlineData("""{"type":"withdraw3"}""", "must have one of the types openOrders,")]
    [InlineData("""{"type":"userFills"}""", "must have one of the types openOrders,")]
    [InlineData("{}", "must have one of the types openOrders,")]
    [InlineData("""{"type":"candleSnapshot","interval":"1h","start_time":"2023-05-21T20:46:47Z"}""", "must have 'coin'")]
    [InlineData("""{"type":"candleSnapshot","coin":"BTC","interval":"7h","start_time":"2023-05-21T20:46:47Z"}""", "must be one of 1m, 3m")]
    [InlineData("""{"type":"orderStatus","order":"0xzz"}""", "the venue's number of an order or its cloid")]
    [InlineData("""{"type":"maxBuilderFee","builder":"0x12"}""", "it must be an address")]
    public void What_cannot_be_asked_is_refused_with_what_can(string query, string words) => World("default", world =>
    {
        var asked = world.Info.Requests.Count;

        Assert.Contains(words, Assert.IsType<QueryReply<object>.Refused>(Ask(world, query)).Problem, StringComparison.Ordinal);
        Assert.Equal(asked, world.Info.Requests.Count);
    });

    [Fact]
    public void A_question_about_an_account_needs_one() => World("default", world =>
        Assert.Contains("name one", Assert.IsType<QueryReply<object>.Refused>(Ask(world, """{"type":"userFees"}""", account: false)).Problem, StringComparison.Ordinal));

    [Fact]
    public void Clients_questions_leave_the_budget_to_orders() => VenueWorld.Connected(
        world =>
        {
            QueryReply<object> last = new QueryReply<object>.Answered(null);
            for (var question = 0; question < 60 && last is QueryReply<object>.Answered; question++)
                last = Ask(world, """{"type":"userRole"}""");

            Assert.InRange(Assert.IsType<QueryReply<object>.TooEarly>(last).RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(66));
            Assert.Equal(TimeSpan.Zero, world.Venue.ReserveBudget(world.Intent));
        },
        options => options.RateBudgets = true);

    [Fact]
    public void Every_type_on_the_list_only_reads() => Assert.All(
        QueryCatalogue.Types, type => Assert.DoesNotMatch("(?i)withdraw|transfer|send|approve|update|modify|cancel", type));

    private static void World(string mode, Action<VenueWorld> test) => VenueWorld.Connected(world =>
    {
        world.Info.Answers["userAbstraction"] = _ => JsonSerializer.Serialize(mode);
        world.Info.Answers["perpDexs"] = _ => """[null,{"name":"km","fullName":"KM","deployer":"0x1"}]""";
        world.Info.Answers["allPerpMetas"] = _ => """[{"universe":[],"collateralToken":0},{"universe":[],"collateralToken":268}]""";
        world.Info.Answers["spotMeta"] = _ =>
            """{"tokens":[{"name":"USDC","index":0,"szDecimals":8,"tokenId":"0x0"},{"name":"HYPE","index":150,"szDecimals":2,"tokenId":"0x1"},{"name":"USDT0","index":268,"szDecimals":2,"tokenId":"0x2"},{"name":"USDC","index":999,"szDecimals":2,"tokenId":"0x3"}],"universe":[{"name":"@107","index":107,"tokens":[150,0]},{"name":"@166","index":166,"tokens":[268,0]}]}""";
        world.Info.Answers["allMids"] = _ => """{"@107":"40.0","@166":"0.5","BTC":"65000.0"}""";
        world.Info.Answers["spotClearinghouseState"] = _ => TestData.Recorded("spotClearinghouseState").GetRawText();
        world.Info.Answers["clearinghouseState"] = request => request.TryGetProperty("dex", out _)
            ? """{"marginSummary":{"accountValue":"10.0","totalNtlPos":"0.0","totalRawUsd":"10.0","totalMarginUsed":"4.0"},"withdrawable":"6.0","assetPositions":[],"time":1754467216357}"""
            : TestData.Recorded("clearinghouseState.isolated").GetRawText();
        test(world);
    });

    private static AccountSummary Summary(VenueWorld world) => Assert.IsType<QueryReply<AccountSummary>.Answered>(
        Run(world, world.Venue.Queries!.SummariseAsync(VenueWorld.Account, CancellationToken.None))).Value!;

    private static QueryReply<object> Ask(VenueWorld world, string query, bool account = true) =>
        Run(world, world.Venue.Queries!.QueryAsync(account ? VenueWorld.Account : null, TestData.Json(query), CancellationToken.None));

    private static T Run<T>(VenueWorld world, Task<T> asked)
    {
        world.Run();
        Assert.True(asked.IsCompleted, "No answer has come.");
        return asked.Result;
    }
}
