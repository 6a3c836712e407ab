using System.Collections.Concurrent;
using Gateway.Cryptography;
using Gateway.Testing;
using Gateway.Testing.Venues;
using Gateway.Venues.Transport;
using Hyperliquid.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Venues.Hyperliquid.Tests.Contract;

/// <summary>
/// Far more orders of several accounts than the venue's limits allow, against a simulator that enforces them, on real sockets. The
/// gateway's clock stands still but for what a cancel must be made to wait: so its own times are measured, not the machine's.
/// </summary>
public sealed class OverloadTests : IVenueListener
{
    private const int Accounts = 3;
    private const int Burst = 3000;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentQueue<VenueEvent> heard = new();
    private readonly ConcurrentDictionary<OrderId, TaskCompletionSource> outs = new();
    private readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_venue_never_answers_429_and_every_cancel_is_out_within_a_second()
    {
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Limits = true }, Ending);
        using var handler = new SocketsHttpHandler();
        var options = new HyperliquidOptions { InfoUrl = simulator.BaseUrl, WebSocketUrl = simulator.WebSocketUrl };
        await AdminAsync(simulator, "sim/price", """{"coin":"BTC","px":"60000"}""");
        for (var number = 1; number <= Accounts; number++)
        {
            var (master, key) = ($"0x{number:D40}", $"0x{number:D64}");
            using var agent = PrivateKey.Parse(key);
            await AdminAsync(simulator, "sim/accounts", $$"""{"address":"{{master}}","usdc":"1000000","agents":[{"address":"{{agent.Address}}"}]}""");
            options.Accounts[$"A{number}"] = new() { Address = master, Key = key };
        }

        var clock = new ManualClock(TimeProvider.System.GetUtcNow());
        using var venue = new HyperliquidVenue(options, new WebSocketDialer(), handler, clock, NullLoggerFactory.Instance, seed: 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        var running = venue.RunAsync(new GatewayInstance(0xfeed), this, stop.Token);
        await connected.Task.WaitAsync(TimeSpan.FromMinutes(1), Ending);

        var market = venue.MarketData.Universe.Markets.Single(one => one.TradingSymbol == "BTC");
        var accepted = new List<(OrderId Order, AccountName Account)>();
        var waits = new List<TimeSpan>();
        for (var number = 1; number <= Burst; number++)
        {
            var intent = new OrderIntent { Account = new($"A{(number % Accounts) + 1}"), Market = market, Side = Side.Buy, Price = new(50_000), Quantity = new(0.001m) };
            if (venue.ReserveBudget(intent) is var wait && wait > TimeSpan.Zero)
            {
                waits.Add(wait);
                continue;
            }

            var order = new OrderId(number);
            accepted.Add((order, intent.Account));
            outs[order] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Assert.True(venue.TrySubmit(new Instruction.Place(order, intent, clock.GetUtcNow().AddMinutes(30))));
        }

        Assert.InRange(accepted.Count, 100, 510);
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(66)));
        var start = clock.GetUtcNow();
        foreach (var (order, account) in accepted)
            Assert.True(venue.TrySubmit(new Instruction.Cancel(account, new LiveOrder(order, market.Id, ExchangeOrderId: null, start))));
        await OutAsync(clock, accepted.Select(one => outs[one.Order].Task));

        var took = clock.GetUtcNow() - start;
        Assert.True(took <= TimeSpan.FromSeconds(1), $"The cancels took {took}.");
        Assert.Empty(heard.OfType<VenueEvent.OrderRejected>());
        Assert.Empty(heard.OfType<VenueEvent.CancelRejected>());
        Assert.Empty(heard.OfType<VenueEvent.AccountDisconnected>());
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    // The clock moves only while nothing else does: then what is not out waits for it.
    private async Task OutAsync(ManualClock clock, IEnumerable<Task> tasks)
    {
        var all = Task.WhenAll(tasks);
        for (var known = -1; !all.IsCompleted; known = heard.Count)
        {
            if (heard.Count == known)
                clock.Advance(Step);
            await Task.WhenAny(all, Task.Delay(TimeSpan.FromMilliseconds(400), Ending));
            Ending.ThrowIfCancellationRequested();
        }
    }

    public ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken)
    {
        heard.Enqueue(venueEvent);
        switch (venueEvent)
        {
            case VenueEvent.AccountConnected:
                if (heard.OfType<VenueEvent.AccountConnected>().Count() == Accounts)
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
