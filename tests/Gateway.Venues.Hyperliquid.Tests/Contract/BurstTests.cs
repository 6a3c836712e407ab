using System.Collections.Concurrent;
using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Transport;
using Hyperliquid.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Venues.Hyperliquid.Tests.Contract;

/// <summary>Bursts over real sockets, compared with what the venue received.</summary>
public sealed class BurstTests : IVenueListener
{
    private const string AgentKey = "0x2222222222222222222222222222222222222222222222222222222222222222";
    private const string Master = "0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a";
    private const int Burst = 200;
    private const int Together = 10;

    private static readonly AccountName Account = new("DEFAULT");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<OrderId, string> acknowledged = new();
    private readonly ConcurrentDictionary<OrderId, DoneCause> ended = new();
    private readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource allAcknowledged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource allEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_burst_of_orders_and_of_cancels_takes_fewer_actions_and_no_order_twice()
    {
        var ending = TestContext.Current.CancellationToken;
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions(), ending);
        using var http = new HttpClient { BaseAddress = simulator.BaseUrl };
        using var handler = new SocketsHttpHandler();
        using var agent = PrivateKey.Parse(AgentKey);
        await AdminAsync(http, "sim/price", """{"coin":"BTC","px":"60000"}""");
        await AdminAsync(http, "sim/accounts", $$"""{"address":"{{Master}}","usdc":"10000000","agents":[{"address":"{{agent.Address}}"}]}""");
        var options = new HyperliquidOptions
        {
            InfoUrl = simulator.BaseUrl,
            WebSocketUrl = simulator.WebSocketUrl,
            Accounts = { [Account.Value] = new HyperliquidAccountOptions { Address = Master, Key = AgentKey } },
        };
        using var venue = new HyperliquidVenue(options, new WebSocketDialer(), handler, TimeProvider.System, NullLoggerFactory.Instance, seed: 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ending);
        var running = venue.RunAsync(new GatewayInstance(0xfeed), this, stop.Token);
        await connected.Task.WaitAsync(Patience, ending);

        var market = venue.MarketData.Universe.Markets.Single(one => one.TradingSymbol == "BTC");
        var intent = new OrderIntent { Account = Account, Market = market, Side = Side.Buy, Price = new(50_000), Quantity = new(0.001m) };
        var orders = Enumerable.Range(1, Burst).Select(number => new OrderId(number)).ToList();
        foreach (var together in orders.Chunk(Together))
        {
            Assert.Empty(venue.Submit([.. together.Select(order =>
                new Instruction.Place(order, intent with { PostOnly = order.Value % 3 == 0 }, TimeProvider.System.GetUtcNow().AddSeconds(30)))]));
        }

        await allAcknowledged.Task.WaitAsync(Patience, ending);
        foreach (var together in orders.Chunk(Together))
        {
            Assert.Empty(venue.Submit([.. together.Select(order =>
                new Instruction.Cancel(Account, new LiveOrder(order, market.Id, acknowledged[order], TimeProvider.System.GetUtcNow())))]));
        }

        await allEnded.Task.WaitAsync(Patience, ending);

        using var state = JsonDocument.Parse(await http.GetStringAsync(new Uri($"sim/state?user={Master}", UriKind.Relative), ending));
        var received = state.RootElement.GetProperty("orders").EnumerateArray()
            .ToDictionary(order => order.GetProperty("cloid").GetString()!, order => order);
        Assert.Equal(Burst, received.Count);
        Assert.All(orders, order =>
        {
            var at = received[Cloid.Of(new GatewayInstance(0xfeed), new(order)).ToString()];
            Assert.Equal(acknowledged[order], at.GetProperty("oid").GetInt64().ToString());
            Assert.Equal("canceled", at.GetProperty("status").GetString());
        });
        var actions = state.RootElement.GetProperty("actions").EnumerateArray().ToLookup(action => action.GetProperty("type").GetString());
        Assert.InRange(actions["order"].Count(), 6, Burst / 2);
        Assert.InRange(actions["cancel"].Count(), 6, Burst / 2);
        TestContext.Current.TestOutputHelper?.WriteLine($"{actions["order"].Count()} actions for {Burst} orders, {actions["cancel"].Count()} for as many cancels");
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    public ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken)
    {
        switch (venueEvent)
        {
            case VenueEvent.AccountConnected:
                connected.TrySetResult();
                break;
            case VenueEvent.OrderAcknowledged known:
                acknowledged[known.Order] = known.ExchangeOrderId;
                if (acknowledged.Count == Burst)
                    allAcknowledged.TrySetResult();
                break;
            case VenueEvent.OrderDone done:
                ended[done.Order] = done.Cause;
                if (ended.Count == Burst)
                    allEnded.TrySetResult();
                break;
        }

        return ValueTask.CompletedTask;
    }

    private static async Task AdminAsync(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body);
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
