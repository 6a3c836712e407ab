using System.Collections.Concurrent;
using Gateway.Cryptography;
using Gateway.Venues.Transport;
using Hyperliquid.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Venues.Hyperliquid.Tests.Contract;

/// <summary>Far more orders than the venue's limits allow, against a simulator that enforces them.</summary>
public sealed class OverloadTests : IVenueListener
{
    private const string AgentKey = "0x2222222222222222222222222222222222222222222222222222222222222222";
    private const string Master = "0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a";
    private const int Burst = 3000;

    private static readonly AccountName Account = new("DEFAULT");

    private readonly ConcurrentQueue<VenueEvent> heard = new();
    private readonly ConcurrentDictionary<OrderId, TaskCompletionSource> outs = new();
    private readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task The_venue_never_answers_429_and_every_cancel_is_out_within_a_second()
    {
        var ending = TestContext.Current.CancellationToken;
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Limits = true }, ending);
        using var handler = new SocketsHttpHandler();
        using var agent = PrivateKey.Parse(AgentKey);
        await AdminAsync(simulator, "sim/price", """{"coin":"BTC","px":"60000"}""");
        await AdminAsync(simulator, "sim/accounts", $$"""{"address":"{{Master}}","usdc":"1000000","agents":[{"address":"{{agent.Address}}"}]}""");
        var options = new HyperliquidOptions
        {
            InfoUrl = simulator.BaseUrl,
            WebSocketUrl = simulator.WebSocketUrl,
            Accounts = { [Account.Value] = new HyperliquidAccountOptions { Address = Master, Key = AgentKey } },
        };
        using var venue = new HyperliquidVenue(options, new WebSocketDialer(), handler, TimeProvider.System, NullLoggerFactory.Instance, seed: 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ending);
        var running = venue.RunAsync(new GatewayInstance(0xfeed), this, stop.Token);
        await connected.Task.WaitAsync(TimeSpan.FromSeconds(20), ending);

        var market = venue.MarketData.Universe.Markets.Single(one => one.TradingSymbol == "BTC");
        var intent = new OrderIntent { Account = Account, Market = market, Side = Side.Buy, Price = new(50_000), Quantity = new(0.001m) };
        var accepted = new List<OrderId>();
        var waits = new List<TimeSpan>();
        for (var number = 1; number <= Burst; number++)
        {
            if (venue.ReserveBudget(intent) is var wait && wait > TimeSpan.Zero)
            {
                waits.Add(wait);
                continue;
            }

            var order = new OrderId(number);
            accepted.Add(order);
            outs[order] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Assert.True(venue.TrySubmit(new Instruction.Place(order, intent, TimeProvider.System.GetUtcNow().AddSeconds(30))));
        }

        Assert.InRange(accepted.Count, 300, 780);
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(66)));
        var canceled = accepted.Take(100).ToArray();
        var start = TimeProvider.System.GetTimestamp();
        foreach (var order in canceled)
            Assert.True(venue.TrySubmit(new Instruction.Cancel(Account, new LiveOrder(order, market.Id, ExchangeOrderId: null, TimeProvider.System.GetUtcNow()))));
        await Task.WhenAll(canceled.Select(order => outs[order].Task)).WaitAsync(TimeSpan.FromSeconds(30), ending);
        var took = TimeProvider.System.GetElapsedTime(start);

        Assert.True(took < Patience, $"The cancels took {took}.");
        Assert.Empty(heard.OfType<VenueEvent.OrderRejected>());
        Assert.Empty(heard.OfType<VenueEvent.CancelRejected>());
        Assert.Empty(heard.OfType<VenueEvent.AccountDisconnected>());
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    // A second by rights; a machine that is busy with other tests may take longer to run what was sent in time.
    private static TimeSpan Patience => TimeSpan.FromSeconds(5);

    public ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken)
    {
        heard.Enqueue(venueEvent);
        switch (venueEvent)
        {
            case VenueEvent.AccountConnected:
                connected.TrySetResult();
                break;
            case VenueEvent.OrderDone done:
                outs[done.Order].TrySetResult();
                break;
        }

        return ValueTask.CompletedTask;
    }

    private static async Task AdminAsync(SimulatorHost simulator, string path, string body)
    {
        using var http = new HttpClient { BaseAddress = simulator.BaseUrl };
        using var content = new StringContent(body);
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
