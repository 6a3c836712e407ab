using Gateway.Testing.Venues;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Routes.HyperEth;

public sealed class HyperEthPlacingTests
{
    private const string Resting = """{"agg_order_id":"agg-1","intent_hash":"0xhash","signer":"0x742d35Cc6634C0532925a3b8D489C8A4c40F8C7B","hl_response":{"status":"ok","response":{"type":"order","data":{"statuses":[{"resting":{"oid":5}}]}}}}""";
    private const string Refused = """{"error":"Invalid API key","code":1001,"details":{}}""";

    [Fact]
    public void Each_market_exists_once_for_each_route() => VenueWorld.WithHyperEth(world =>
    {
        Assert.Equal("BTC-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/HYPERETH", world.BtcByIntent.Id.Value);
        Assert.Equal(world.Btc, world.BtcByIntent with { Id = world.Btc.Id, Route = world.Btc.Route });
        Assert.Equal(["DIRECT", "HYPERETH"], world.Venue.Routes.Select(route => route.Value));
        var byRoute = world.Venue.MarketData.Universe.Markets.CountBy(market => market.Route).ToDictionary();
        Assert.Equal(byRoute[HyperliquidNames.Direct], byRoute[HyperliquidNames.HyperEth]);
    });

    [Fact]
    public void Without_a_configuration_there_is_no_such_route() => VenueWorld.Connected(world =>
    {
        Assert.Equal(["DIRECT"], world.Venue.Routes.Select(route => route.Value));
        Assert.All(world.Venue.MarketData.Universe.Markets, market => Assert.Equal(HyperliquidNames.Direct, market.Route));
    });

    [Fact]
    public void An_order_is_asked_for_once_with_the_key_the_wallet_and_its_cloid_as_uuid() => VenueWorld.WithHyperEth(world =>
    {
        world.PlaceByIntent(7);

        var request = Assert.Single(world.Info.Aggregator.Requests);
        Assert.Equal("http://hypereth.test/v1/trade/intent", request.RequestUri!.ToString());
        Assert.Equal("POST", request.Method.Method);
        Assert.Equal([VenueWorld.ApiKey], request.Headers.GetValues("x-api-key"));
        var hex = VenueWorld.CloidOf(7)[2..];
        Assert.Equal(
            $$$"""{"nonce":{{{world.Clock.GetUtcNow().ToUnixTimeMilliseconds()}}},"hl_agent_wallet":"{{{VenueWorld.Wallet}}}","hl_action":{"type":"order","orders":[{"a":0,"b":true,"p":"50000","s":"0.02","r":false,"t":{"limit":{"tif":"Gtc"}},"cloid":"{{{hex[..8]}}}-{{{hex[8..12]}}}-{{{hex[12..16]}}}-{{{hex[16..20]}}}-{{{hex[20..]}}}"}]}}""",
            Assert.Single(world.Info.Aggregator.Bodies));
        Assert.Equal(new OrderId(7), Assert.Single(world.Of<VenueEvent.OrderSent>()).Order);
        Assert.Empty(world.Orders.Posts);
    });

    [Fact]
    public void Its_answer_names_and_acknowledges_it() => VenueWorld.WithHyperEth(world =>
    {
        world.PlaceByIntent(1);
        Answer(world, 0, 200, Resting);

        var named = Assert.Single(world.Of<VenueEvent.IntentConfirmed>());
        Assert.Equal((new OrderId(1), "agg-1", "0xhash"), (named.Order, named.AggregatorOrderId, named.IntentHash));
        Assert.Equal("5", Assert.Single(world.Of<VenueEvent.OrderAcknowledged>()).ExchangeOrderId);
    });

    [Fact]
    public void Its_news_come_by_the_streams_of_the_account() => VenueWorld.WithHyperEth(world =>
    {
        world.PlaceByIntent(1);
        world.PushUpdate($$$"""{"coin":"BTC","side":"B","limitPx":"50000","sz":"0.02","oid":5,"timestamp":1767323045000,"origSz":"0.02","cloid":"{{{VenueWorld.CloidOf(1)}}}"}""", "open");

        Assert.Equal((new OrderId(1), "5"), (world.Of<VenueEvent.OrderAcknowledged>()[0].Order, world.Of<VenueEvent.OrderAcknowledged>()[0].ExchangeOrderId));
    });

    [Fact]
    public void A_wallets_nonces_never_repeat_and_follow_the_clock() => VenueWorld.WithHyperEth(world =>
    {
        for (var number = 1; number <= 20; number++)
            world.PlaceByIntent(number);

        var now = world.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal(
            Enumerable.Range(0, 20).Select(n => now + n),
            world.Info.Aggregator.Bodies.Select(body => TestData.Json(body).GetProperty("nonce").GetInt64()).Order());
    });

    [Fact]
    public void Its_error_is_the_reject_reason() => VenueWorld.WithHyperEth(world =>
    {
        world.PlaceByIntent(1);
        Answer(world, 0, 401, Refused);

        Assert.Equal("Invalid API key (code 1001)", Assert.Single(world.Of<VenueEvent.OrderRejected>()).Reason);
        Assert.Empty(world.Of<VenueEvent.PlaceUnknown>());
    });

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(409)]
    public void An_answer_that_proves_nothing_leaves_the_outcome_unknown(int status) => VenueWorld.WithHyperEth(world =>
    {
        world.PlaceByIntent(1);
        Answer(world, 0, status, Refused);

        Assert.Single(world.Of<VenueEvent.PlaceUnknown>());
        Assert.Empty(world.Of<VenueEvent.OrderRejected>());
    });

    [Fact]
    public void A_cut_connection_leaves_the_outcome_unknown() => VenueWorld.WithHyperEth(world =>
    {
        world.PlaceByIntent(1);
        world.Info.Aggregator.Break(0);
        world.Run();

        Assert.Single(world.Of<VenueEvent.PlaceUnknown>());
        Assert.Empty(world.Of<VenueEvent.OrderRejected>());
        Assert.Single(world.Info.Aggregator.Requests);
    });

    [Fact]
    public void A_place_that_could_not_be_reached_was_sent_nothing() => VenueWorld.WithHyperEth(world =>
    {
        world.Info.Aggregator.Unreachable = new HttpRequestException("Connection refused");
        world.PlaceByIntent(1);

        Assert.StartsWith("Not sent: ", Assert.Single(world.Of<VenueEvent.OrderRejected>()).Reason, StringComparison.Ordinal);
        Assert.Empty(world.Of<VenueEvent.OrderSent>());
    });

    [Fact]
    public void A_client_that_would_repeat_a_request_cannot() => VenueWorld.WithHyperEth(world =>
    {
        world.Info.Aggregator.Repeats = true;
        world.PlaceByIntent(1);

        Assert.Single(world.Info.Aggregator.Bodies);
        Assert.Single(world.Of<VenueEvent.PlaceUnknown>());
        Assert.Empty(world.Of<VenueEvent.OrderRejected>());
    });

    [Fact]
    public void Without_an_answer_in_time_the_outcome_is_unknown_and_a_late_answer_still_counts() => VenueWorld.WithHyperEth(world =>
    {
        world.PlaceByIntent(1);
        world.Pass(world.Options.ReplyTimeout + TimeSpan.FromMilliseconds(400));
        Assert.Single(world.Of<VenueEvent.PlaceUnknown>());

        Answer(world, 0, 401, Refused);

        Assert.Single(world.Of<VenueEvent.OrderRejected>());
        Assert.Single(world.Of<VenueEvent.PlaceUnknown>());
    });

    [Fact]
    public void An_answer_that_never_comes_is_given_up_and_holds_nothing_up() => VenueWorld.WithHyperEth(world =>
    {
        for (var number = 1; number <= 33; number++)
            world.PlaceByIntent(number);
        Assert.Equal(32, world.Info.Aggregator.Requests.Count);

        world.Pass(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));

        Assert.Equal(32, world.Of<VenueEvent.PlaceUnknown>().Count);
        // The one that waited meanwhile had its time pass.
        Assert.Equal(new OrderId(33), Assert.Single(world.Of<VenueEvent.OrderRejected>()).Order);
        world.PlaceByIntent(34);
        Assert.Equal(33, world.Info.Aggregator.Requests.Count);
    });

    [Fact]
    public void An_order_whose_time_is_up_is_not_sent() => VenueWorld.WithHyperEth(world =>
    {
        Assert.True(world.Venue.TrySubmit(new Instruction.Place(new OrderId(1), world.Intent with { Market = world.BtcByIntent }, world.Clock.GetUtcNow())));
        world.Run();

        Assert.Contains("had passed", Assert.Single(world.Of<VenueEvent.OrderRejected>()).Reason, StringComparison.Ordinal);
        Assert.Empty(world.Info.Aggregator.Requests);
    });

    [Fact]
    public void No_nonce_lies_beyond_the_moment_from_which_the_proof_counts() => VenueWorld.WithHyperEth(world =>
    {
        var last = world.Clock.GetUtcNow().AddMilliseconds(2);
        for (var number = 1; number <= 5; number++)
            Assert.True(world.Venue.TrySubmit(new Instruction.Place(new OrderId(number), world.Intent with { Market = world.BtcByIntent }, last)));
        world.Run();

        Assert.Equal(3, world.Info.Aggregator.Requests.Count);
        Assert.All(world.Info.Aggregator.Bodies, body => Assert.True(TestData.Json(body).GetProperty("nonce").GetInt64() <= last.ToUnixTimeMilliseconds()));
        Assert.Equal(2, world.Of<VenueEvent.OrderRejected>().Count);
        Assert.Equal(TimeSpan.FromDays(2), world.Venue.LingerOf(HyperliquidNames.HyperEth));
        Assert.Equal(TimeSpan.Zero, world.Venue.LingerOf(HyperliquidNames.Direct));
    });

    [Fact]
    public void It_is_canceled_by_the_direct_route() => VenueWorld.WithHyperEth(world =>
    {
        world.PlaceByIntent(1);
        Answer(world, 0, 200, Resting);
        Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(VenueWorld.Account, world.Live(1, "5") with { Market = world.BtcByIntent.Id })));
        world.Run();

        Assert.Equal(
            """{"type":"cancel","cancels":[{"a":0,"o":5}]}""",
            Assert.Single(world.Orders.Posts).GetProperty("request").GetProperty("payload").GetProperty("action").GetRawText());
        Assert.Single(world.Info.Aggregator.Requests);
    });

    [Fact]
    public void A_cancel_that_overtakes_it_withdraws_it() => VenueWorld.WithHyperEth(world =>
    {
        for (var number = 1; number <= 33; number++)
            world.PlaceByIntent(number);
        Assert.True(world.Venue.TrySubmit(new Instruction.Cancel(VenueWorld.Account, world.Live(33) with { Market = world.BtcByIntent.Id })));
        Answer(world, 0, 200, Resting);

        var done = Assert.Single(world.Of<VenueEvent.OrderDone>());
        Assert.Equal((new OrderId(33), DoneCause.Canceled, Quantity.Zero), (done.Order, done.Cause, done.Executed!.Value));
        Assert.Equal(32, world.Info.Aggregator.Requests.Count);
        Assert.Empty(world.Orders.Posts);
    });

    [Fact]
    public void An_order_of_an_account_without_a_wallet_is_refused_with_the_cure() => VenueWorld.Stopped(
        world =>
        {
            world.Start();
            var refusal = world.Venue.RefusalOf(world.Intent with { Market = world.BtcByIntent, Account = new AccountName("OTHER") });

            Assert.Contains("Accounts:OTHER:HyperEthWallet", refusal, StringComparison.Ordinal);
            Assert.Contains("BTC-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT", refusal, StringComparison.Ordinal);
            Assert.Null(world.Venue.RefusalOf(world.Intent with { Market = world.BtcByIntent }));
            Assert.Null(world.Venue.RefusalOf(world.Intent with { Account = new AccountName("OTHER") }));
        },
        options =>
        {
            VenueWorld.UseHyperEth(options);
            options.Accounts["OTHER"] = new() { Address = VenueWorld.Address, Key = VenueWorld.AgentKey };
        });

    [Fact]
    public void It_needs_no_room_in_the_budget_of_our_internet_address() => VenueWorld.WithHyperEth(
        world =>
        {
            world.Info.Answers["userRateLimit"] = _ => """{"cumVlm":"0.0","nRequestsUsed":0,"nRequestsCap":1000000,"nRequestsSurplus":0}""";
            world.Pass(TimeSpan.FromMinutes(6));
            while (world.Venue.ReserveBudget(world.Intent) == TimeSpan.Zero)
            {
                // Until nothing more may leave from here.
            }

            Assert.Equal(TimeSpan.Zero, world.Venue.ReserveBudget(world.Intent with { Market = world.BtcByIntent }));
        },
        options => options.RateBudgets = true);

    [Fact]
    public void It_counts_for_the_accounts_own_budget() => VenueWorld.WithHyperEth(
        world =>
        {
            world.Info.Answers["userRateLimit"] = _ => """{"cumVlm":"0.0","nRequestsUsed":9998,"nRequestsCap":10000,"nRequestsSurplus":0}""";
            world.Pass(TimeSpan.FromMinutes(6));
            var byIntent = world.Intent with { Market = world.BtcByIntent };

            Assert.Equal(TimeSpan.Zero, world.Venue.ReserveBudget(byIntent));
            Assert.Equal(TimeSpan.Zero, world.Venue.ReserveBudget(byIntent));
            Assert.True(world.Venue.ReserveBudget(byIntent) > TimeSpan.Zero);
            Assert.True(world.Venue.ReserveBudget(world.Intent) > TimeSpan.Zero);
        },
        options => options.RateBudgets = true);

    [Fact]
    public void An_order_signed_by_another_wallet_is_told_loudly() => VenueWorld.WithHyperEth(world =>
    {
        world.PlaceByIntent(1);
        Answer(world, 0, 200, Resting.Replace("0x742d35Cc", "0x00000000", StringComparison.Ordinal));

        Assert.Contains(world.Log.Lines, line => line.Contains("and not by the wallet", StringComparison.Ordinal));
    });

    [Fact]
    public void The_key_is_never_shown_not_even_where_an_answer_repeats_it() => VenueWorld.WithHyperEth(world =>
    {
        world.PlaceByIntent(1);
        world.PlaceByIntent(2);
        Answer(world, 0, 401, $$$"""{"error":"Invalid API key {{{VenueWorld.ApiKey}}}","code":1001,"details":{"key":"{{{VenueWorld.ApiKey}}}"}}""");
        Answer(world, 1, 500, $$$"""{"error":"Broken by {{{VenueWorld.ApiKey}}}"}""");
        world.PlaceByIntent(3);
        world.Info.Aggregator.Break(2);
        world.Run();

        var shown = string.Join('\n', world.Log.Lines.Concat(world.Heard.Select(heard => heard.ToString())));
        Assert.Contains("[API key]", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(VenueWorld.ApiKey, shown, StringComparison.Ordinal);
    });

    private static void Answer(VenueWorld world, int place, int status, string body)
    {
        world.Info.Aggregator.Answer(place, status, body);
        world.Run();
    }
}
