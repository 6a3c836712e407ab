using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Testing;
using Gateway.Testing.Venues;

namespace Gateway.Venues.Hyperliquid.Tests.Fakes;

/// <summary>The adapter on one thread, under a test's clock and network, with the test as the venue.</summary>
internal sealed class VenueWorld : IVenueListener, IDisposable
{
    public const string Address = "0x1111111111111111111111111111111111111111";
    public const string AgentKey = "0x0123456789012345678901234567890123456789012345678901234567890123";
    public const string Agent = "0x14791697260e4c9a71f18484c9f997b308e59325";

    public const string ApiKey = "canary-hypereth-key";
    public const string Wallet = "0x742d35cc6634c0532925a3b8d489c8a4c40f8c7b";

    public static readonly AccountName Account = new("DEFAULT");
    public static readonly GatewayInstance Instance = new(0xfeed);

    private readonly SingleThread thread;
    private readonly CancellationTokenSource stop = new();

    private VenueWorld(SingleThread thread, Action<HyperliquidOptions>? configure)
    {
        this.thread = thread;
        Network = new FakeNetwork(OnSent);
        Options = new HyperliquidOptions
        {
            RateBudgets = false,
            Accounts = { [Account.Value] = new HyperliquidAccountOptions { Address = Address, Key = AgentKey } },
        };
        configure?.Invoke(Options);
        Info.Answers["metaAndAssetCtxs"] = _ => TestData.Recorded("metaAndAssetCtxs.mini").GetRawText();
        Info.Answers["spotMetaAndAssetCtxs"] = _ => TestData.Recorded("spotMetaAndAssetCtxs.mini").GetRawText();
        Info.Answers["perpDexs"] = _ => "[null]";
        Info.Answers["allPerpMetas"] = _ => $"[{TestData.Recorded("metaAndAssetCtxs.mini")[0].GetRawText()}]";
        Info.Answers["userRole"] = request => request.GetProperty("user").GetString() is Agent or Wallet
            ? $$$"""{"role":"agent","data":{"user":"{{{Address}}}"}}"""
            : """{"role":"user"}""";
        Info.Answers["clearinghouseState"] = _ => $$$"""{"time":{{{Clock.GetUtcNow().ToUnixTimeMilliseconds()}}}}""";
        Info.Answers["userRateLimit"] = _ => """{"cumVlm":"0.0","nRequestsUsed":0,"nRequestsCap":10000,"nRequestsSurplus":0}""";
        Info.Answers["openOrders"] = _ => "[]";
        Info.Answers["userFillsByTime"] = _ => "[]";
        Info.Answers["orderStatus"] = _ => """{"status":"unknownOid"}""";
        Venue = new HyperliquidVenue(Options, Network, Info, Clock, Log, seed: 1);
        Began = Clock.GetUtcNow();
    }

    public ManualClock Clock { get; } = new();

    /// <summary>When the test began.</summary>
    public DateTimeOffset Began { get; }

    public FakeNetwork Network { get; }

    public FakeInfo Info { get; } = new();

    public RecordingLog Log { get; } = new();

    public HyperliquidOptions Options { get; }

    public HyperliquidVenue Venue { get; }

    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Whether subscriptions are confirmed as they come.</summary>
    public bool ConfirmsSubscriptions { get; set; } = true;

    /// <summary>Whether pings are answered.</summary>
    public bool AnswersPings { get; set; } = true;

    public List<VenueEvent> Heard { get; } = [];

    public FakeSocket Orders => Network.Sockets.FindLast(socket => !socket.IsStream)!;

    public FakeSocket Stream => Network.Sockets.FindLast(socket => socket.IsStream)!;

    public Market Btc => Venue.MarketData.Universe.Markets.Single(market => market.TradingSymbol == "BTC" && market.Route == HyperliquidNames.Direct);

    /// <summary>The same book by route HYPERETH, where it is configured.</summary>
    public Market BtcByIntent => Venue.MarketData.Universe.Markets.Single(market => market.TradingSymbol == "BTC" && market.Route == HyperliquidNames.HyperEth);

    /// <summary>To buy 0.02 BTC at 50000.</summary>
    public OrderIntent Intent => new()
    {
        Account = Account,
        Market = Btc,
        Side = Side.Buy,
        Price = new Price(50000),
        Quantity = new Quantity(0.02m),
    };

    /// <summary>Runs a test against a venue that is not started yet.</summary>
    public static void Stopped(Action<VenueWorld> test, Action<HyperliquidOptions>? configure = null) => SingleThread.Run(thread =>
    {
        using var world = new VenueWorld(thread, configure);
        test(world);
        world.stop.Cancel();
        thread.RunReady();
        return Task.CompletedTask;
    });

    /// <summary>Runs a test against a venue that is connected.</summary>
    public static void Connected(Action<VenueWorld> test, Action<HyperliquidOptions>? configure = null) => Stopped(
        world =>
        {
            world.Start();
            Assert.Single(world.Of<VenueEvent.AccountConnected>());
            test(world);
            Assert.False(world.Running.IsFaulted, world.Running.Exception?.ToString());
        },
        configure);

    /// <summary>The same, with route HYPERETH.</summary>
    public static void WithHyperEth(Action<VenueWorld> test, Action<HyperliquidOptions>? configure = null) => Connected(
        test,
        options =>
        {
            UseHyperEth(options);
            configure?.Invoke(options);
        });

    public static void UseHyperEth(HyperliquidOptions options)
    {
        options.HyperEth.Url = new Uri("http://hypereth.test");
        options.HyperEth.Key = ApiKey;
        options.Accounts[Account.Value].HyperEthWallet = Wallet;
    }

    public OrderId PlaceByIntent(long number, Func<OrderIntent, OrderIntent>? change = null) =>
        Place(number, intent => (change?.Invoke(intent) ?? intent) with { Market = BtcByIntent });

    public void Start()
    {
        Running = Venue.RunAsync(Instance, this, stop.Token);
        Run();
    }

    public void Run() => thread.RunReady();

    /// <summary>Lets time pass in small steps, and everything run that falls due.</summary>
    public void Pass(TimeSpan time)
    {
        var step = TimeSpan.FromMilliseconds(50);
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Clock.Advance(step);
            Run();
        }
    }

    public IReadOnlyList<TEvent> Of<TEvent>() => [.. Heard.OfType<TEvent>()];

    public ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken)
    {
        Heard.Add(venueEvent);
        return ValueTask.CompletedTask;
    }

    public OrderId Place(long number, Func<OrderIntent, OrderIntent>? change = null)
    {
        var intent = Intent;
        Assert.True(Venue.TrySubmit(new Instruction.Place(
            new OrderId(number), change?.Invoke(intent) ?? intent, Clock.GetUtcNow().AddSeconds(5))));
        Run();
        return new OrderId(number);
    }

    public void Cancel(long number, string? exchangeOrderId = null)
    {
        Assert.True(Venue.TrySubmit(new Instruction.Cancel(Account, Live(number, exchangeOrderId))));
        Run();
    }

    public LiveOrder Live(long number, string? exchangeOrderId = null) => new(new OrderId(number), Btc.Id, exchangeOrderId, Clock.GetUtcNow());

    public void Reconcile(long epoch, DateTimeOffset? fillsSince, params ImmutableArray<LiveOrder> orders)
    {
        Assert.True(Venue.TrySubmit(new Instruction.Reconcile(Account, epoch, orders, fillsSince)));
        Run();
    }

    public static string CloidOf(long number, int leg = 0) => Cloid.Of(Instance, new(new OrderId(number), leg)).ToString();

    /// <summary>Answers the newest post with the payload of an executed or refused action.</summary>
    public void Answer(string payload) => Answer(Orders.Posts[^1], payload);

    public void Answer(JsonElement post, string payload) =>
        Push(Orders, $$$$"""{"channel":"post","data":{"id":{{{{post.GetProperty("id").GetInt64()}}}},"response":{"type":"action","payload":{{{{payload}}}}}}}""");

    public void AnswerStatus(string status) =>
        Answer($$$$"""{"status":"ok","response":{"type":"order","data":{"statuses":[{{{{status}}}}]}}}""");

    public void Push(FakeSocket socket, string frame)
    {
        socket.Push(frame);
        Run();
    }

    public void PushUpdate(string order, string status) => Push(
        Stream, $$$"""{"channel":"orderUpdates","data":[{"order":{{{order}}},"status":"{{{status}}}","statusTimestamp":1767323045000}]}""");

    public void PushFill(string fill) =>
        Push(Stream, $$$"""{"channel":"userFills","data":{"user":"{{{Address}}}","fills":[{{{fill}}}]}}""");

    public void Dispose()
    {
        Venue.Dispose();
        stop.Dispose();
        Info.Dispose();
    }

    private void OnSent(FakeSocket socket, string frame)
    {
        var message = TestData.Json(frame);
        switch (message.GetProperty("method").GetString())
        {
            case "ping" when AnswersPings:
                socket.Push("""{"channel":"pong"}""");
                break;
            case "subscribe" when ConfirmsSubscriptions:
                socket.Push($$$$"""{"channel":"subscriptionResponse","data":{"method":"subscribe","subscription":{{{{message.GetProperty("subscription").GetRawText()}}}}}}""");
                break;
        }
    }
}
