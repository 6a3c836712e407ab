using System.Collections.Immutable;
using System.Net.Http.Json;
using Gateway.Cryptography;
using Gateway.EndToEnd.Tests.Harness;
using Gateway.Orders;
using Gateway.Testing.Orders;
using Gateway.Testing.Venues;
using Gateway.Venues;
using Gateway.Venues.Hyperliquid;
using Gateway.Venues.Transport;
using Hyperliquid.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.EndToEnd.Tests.Orders;

/// <summary>
/// The gateway refuses up front exactly what the venue would refuse for its price, quantity or worth: nothing more, because
/// that would keep traders from trading, and nothing less, because an order that cannot live costs budget and time.
/// </summary>
public sealed class AcceptanceTests
{
    // What fits into the venue's messages at all; the gateway's own tests go further.
    private const int MostDecimals = 8;
    private const int OrdersPerMarket = 100;
    private const int Seed = 20261120;

    // What the venue says to an order that it would have taken, had somebody been there to trade with.
    private const string NoMatch = "Order could not immediately match";

    // Builders' dexs that the simulator lists, each with money of its own.
    private static readonly string[] Dexs = ["xyz", "km", "hyna"];

    private static readonly AccountName Account = new(World.Account);
    private static readonly Actor Trader = new("tests", "tester", null);

    [Fact]
    public async Task The_gateway_accepts_in_every_market_exactly_what_the_venue_accepts()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        using var stop = new CancellationTokenSource();
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions(), patience.Token);
        var marks = await FundAsync(simulator, patience.Token);
        using var handler = new SocketsHttpHandler();
        using var venue = new HyperliquidVenue(
            OptionsFor(simulator), new WebSocketDialer(), handler, TimeProvider.System, NullLoggerFactory.Instance, Seed);
        var news = new VenueNews();
        var trading = venue.RunAsync(new GatewayInstance(7), news, stop.Token);
        var connected = await news.AwaitAsync<VenueEvent.AccountConnected>(up => true, patience.Token);
        Assert.True(venue.TrySubmit(new Instruction.Reconcile(Account, connected.Epoch, ImmutableArray<LiveOrder>.Empty, null)));
        await news.AwaitAsync<VenueEvent.AccountReconciled>(up => true, patience.Token);
        var obliging = new FakeVenue(TimeProvider.System)
        {
            IsObliging = true,
            Id = venue.Id,
            Routes = venue.Routes,
            Accounts = venue.Accounts,
            Universe = venue.MarketData.Universe,
        };
        var engine = new OrderEngine(new MemoryJournal(), [obliging], new OrderEngineOptions(), TimeProvider.System, NullLogger<OrderEngine>.Instance);
        var serving = engine.RunAsync(stop.Token);
        await engine.Replayed;
        var obeying = obliging.RunAsync(engine.Instance, engine, stop.Token);

        var chance = new Random(Seed);
        var number = 0L;
        var accepted = 0;
        var disagreements = new List<string>();
        foreach (var market in venue.MarketData.Universe.Markets.Where(market => !market.IsDelisted))
        {
            for (var n = 0; n < OrdersPerMarket; n++)
            {
                // One by one: of orders that travel together, the venue refuses all where it cannot read one.
                var intent = IntentIn(market, marks[market.TradingSymbol], chance);
                var order = new OrderId(++number);
                Assert.True(venue.TrySubmit(new Instruction.Place(order, intent, TimeProvider.System.GetUtcNow().AddMinutes(1))));
                var verdict = await news.AwaitAsync<VenueEvent>(heard => IsVerdictOn(heard, order), patience.Token);
                var refusal = (verdict as VenueEvent.OrderRejected)?.Reason is { } words && !words.StartsWith(NoMatch, StringComparison.Ordinal)
                    ? words
                    : null;
                var reply = await PlaceAsync(engine, intent, patience.Token);
                if (reply.Rejection is { } ours && ours.Code != RejectCode.InvalidRequest)
                    disagreements.Add($"{intent}: refused for another reason: {ours.Message}");
                else if (reply.Rejection is null != refusal is null)
                    disagreements.Add($"{Plain.Format(intent.Quantity.Value)} at {intent.Price} {market.Id}: venue {refusal ?? "accepts"}, gateway {reply.Rejection?.Message ?? "accepts"}");
                accepted += refusal is null ? 1 : 0;
            }
        }

        Assert.True(disagreements.Count == 0, $"{disagreements.Count} of {number} orders (seed {Seed}):\n{string.Join('\n', disagreements.Take(20))}");
        // Both verdicts must be common, or the test says nothing.
        Assert.InRange(accepted, number / 10, number * 9 / 10);

        await stop.CancelAsync();
        await Task.WhenAny(Task.WhenAll(trading, serving, obeying));
    }

    private static async Task<Reply<OrderId>> PlaceAsync(OrderEngine engine, OrderIntent intent, CancellationToken cancellationToken)
    {
        while (true)
        {
            var reply = await engine.PlaceAsync(intent, Trader, cancellationToken);
            if (reply.Rejection?.Code != RejectCode.VenueUnavailable)
                return reply;
            // The engine has not reconciled with the obliging venue yet; that takes a few turns of its loop.
            await Task.Yield();
        }
    }

    private static bool IsVerdictOn(VenueEvent heard, OrderId order) => heard switch
    {
        VenueEvent.OrderAcknowledged acknowledged => acknowledged.Order == order,
        VenueEvent.OrderDone done => done.Order == order,
        VenueEvent.OrderRejected rejected => rejected.Order == order,
        VenueEvent.PlaceUnknown unknown => throw new InvalidOperationException($"The fate of order {unknown.Order} is unknown: {unknown.Cause}"),
        _ => false,
    };

    // Within the venue's price band, at a low worth, and below the book: only price, quantity and worth can be wrong.
    private static OrderIntent IntentIn(Market market, decimal mark, Random chance)
    {
        var level = mark * (0.5m + (0.4m * (decimal)chance.NextDouble()));
        var price = Cut(level, chance.Next(0, MostDecimals + 1));
        var lot = market.Lots.Lot;
        var worth = chance.Next(5) switch
        {
            0 => 10m,
            1 => 9m + (2m * (decimal)chance.NextDouble()),
            2 => market.MaxNotional is { } most ? most.Value * (0.9999m + (0.0002m * (decimal)chance.NextDouble())) : 100m,
            _ => 11m + (200m * (decimal)chance.NextDouble()),
        };
        var lots = Math.Max(1, Math.Floor(worth / Math.Max(price, lot) / lot) + chance.Next(0, 2));
        var quantity = lots * lot * (chance.Next(4) == 0 ? 1.05m : 1m);
        return new OrderIntent
        {
            Account = Account,
            Market = market,
            Side = Side.Buy,
            Price = new Price(price),
            Quantity = new Quantity(quantity),
            // Nothing rests, so no order changes what the next may do.
            TimeInForce = TimeInForce.ImmediateOrCancel,
        };
    }

    private static decimal Cut(decimal value, int decimals)
    {
        var cut = Math.Round(value, decimals);
        return cut > 0 ? cut : Math.Round(value, MostDecimals);
    }

    private static HyperliquidOptions OptionsFor(SimulatorHost simulator) => new()
    {
        InfoUrl = simulator.BaseUrl,
        WebSocketUrl = simulator.WebSocketUrl,
        RateBudgets = false,
        QueueCapacity = 100_000,
        ReplyTimeout = TimeSpan.FromMinutes(1),
        Accounts = { [World.Account] = new HyperliquidAccountOptions { Address = World.Master, Key = World.AgentKey } },
    };

    /// <summary>Makes the account rich in everything and answers with the marks.</summary>
    private static async Task<Dictionary<string, decimal>> FundAsync(SimulatorHost simulator, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = simulator.BaseUrl };
        using var agent = PrivateKey.Parse(World.AgentKey);
        using var funded = await http.PostAsJsonAsync(
            new Uri("/sim/accounts", UriKind.Relative),
            new
            {
                address = World.Master,
                usdc = "100000000000000",
                dexs = Dexs.ToDictionary(dex => dex, _ => "100000000000000"),
                spot = new Dictionary<string, string> { ["USDC"] = "100000000000000", ["USDT0"] = "100000000000000" },
                agents = new[] { new { address = agent.Address.ToString() } },
            },
            cancellationToken);
        Assert.True(funded.IsSuccessStatusCode, await funded.Content.ReadAsStringAsync(cancellationToken));
        var marks = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var dex in Dexs.Prepend(""))
        {
            using var mids = await http.PostAsJsonAsync(new Uri("/info", UriKind.Relative), new { type = "allMids", dex }, cancellationToken);
            foreach (var (coin, price) in (await mids.Content.ReadFromJsonAsync<Dictionary<string, string>>(cancellationToken))!)
                marks[coin] = decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture);
        }

        return marks;
    }
}
