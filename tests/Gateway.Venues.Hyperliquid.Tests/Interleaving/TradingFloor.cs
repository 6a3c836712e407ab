using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Gateway.Testing;
using Gateway.Testing.Venues;
using Hyperliquid.Simulator;
using Hyperliquid.Simulator.Trading;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Venues.Hyperliquid.Tests.Interleaving;

/// <summary>
/// Two masters with an agent each, and for the first's subaccounts and vault the first's agent; all trade at once through one
/// adapter, with each other, on one thread.
/// </summary>
internal sealed class TradingFloor : IVenueListener, IDisposable
{
    private const string FirstAgent = "0x2222222222222222222222222222222222222222222222222222222222222222";
    private const string SecondAgent = "0x3333333333333333333333333333333333333333333333333333333333333333";

    private static readonly GatewayInstance Instance = new(0xfeed);

    private static readonly (string Name, string Address, string Key)[] Seats =
    [
        ("MASTER", "0x1111111111111111111111111111111111111111", FirstAgent),
        ("SUB1", "0x1111111111111111111111111111111111111101", FirstAgent),
        ("SUB2", "0x1111111111111111111111111111111111111102", FirstAgent),
        ("VAULT", "0x1111111111111111111111111111111111111103", FirstAgent),
        ("OTHER", "0x4444444444444444444444444444444444444444", SecondAgent),
        ("OTHERSUB", "0x4444444444444444444444444444444444444401", SecondAgent),
    ];

    private readonly SingleThread thread;
    private readonly Random chance;
    private readonly ManualClock clock = new();
    private readonly DateTimeOffset opening;
    private readonly Simulation simulation;
    private readonly ShuffledVenue network;
    private readonly HyperliquidVenue venue;
    private readonly CancellationTokenSource stop = new();
    private readonly Dictionary<OrderId, (AccountName Account, DateTimeOffset PlacedAt)> orders = [];
    private readonly List<OrderLeg> legs = [];
    private readonly HashSet<OrderLeg> ended = [];
    private readonly Task running;
    private long lastOrder;

    public TradingFloor(SingleThread thread, int seed)
    {
        this.thread = thread;
        chance = new Random(seed);
        opening = clock.GetUtcNow();
        simulation = new Simulation(clock, Chain.Mainnet);
        network = new ShuffledVenue(simulation);
        Open();
        var options = new HyperliquidOptions { RateBudgets = false };
        foreach (var (name, address, key) in Seats)
            options.Accounts[name] = new HyperliquidAccountOptions { Address = address, Key = key };
        venue = new HyperliquidVenue(options, network, network, clock, NullLoggerFactory.Instance, seed);
        running = venue.RunAsync(Instance, this, stop.Token);
    }

    public List<VenueEvent> Heard { get; } = [];

    /// <summary>Whose each order is.</summary>
    public IReadOnlyDictionary<OrderId, AccountName> Owners => orders.ToDictionary(order => order.Key, order => order.Value.Account);

    public static IEnumerable<AccountName> Accounts => Seats.Select(seat => new AccountName(seat.Name));

    /// <summary>So many things happen, in an order that chance decides; then everything comes to an end.</summary>
    public void Trade(int steps)
    {
        Settle();
        for (var step = 0; step < steps; step++)
        {
            switch (chance.Next(10))
            {
                case < 4:
                    Place();
                    break;
                case < 6:
                    CancelOne();
                    break;
                case 8:
                    ModifyOne();
                    break;
                case 6 when chance.Next(8) == 0:
                    network.CutOne(chance);
                    break;
                case 7:
                    clock.Advance(TimeSpan.FromMilliseconds(chance.Next(200)));
                    break;
                default:
                    break;
            }

            thread.RunReady();
            for (var frames = chance.Next(6); frames > 0 && network.DeliverOne(chance); frames--)
                thread.RunReady();
        }

        Settle();
        foreach (var leg in legs.Except(ended).ToList())
            Cancel(leg);
        Settle();
        if (running.IsFaulted)
            running.GetAwaiter().GetResult();
    }

    /// <summary>The trades of an account as the venue knows them: the number of each, and whose order it was by its cloid.</summary>
    public IReadOnlyList<(string Fill, AccountName? Owner)> FillsAtVenue(AccountName account) =>
        [.. AtVenue(account).Fills.Select(fill => ($"{fill.Tid}/{fill.Order.Oid}", OwnerOf(fill.Order.Terms.Cloid)))];

    /// <summary>How many orders of an account still rest at the venue.</summary>
    public int OpenAtVenue(AccountName account) => AtVenue(account).OpenOrderCount;

    public ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken)
    {
        Heard.Add(venueEvent);
        switch (venueEvent)
        {
            case VenueEvent.AccountConnected connected:
                venue.TrySubmit(new Instruction.Reconcile(
                    connected.Account,
                    connected.Epoch,
                    [.. legs.Except(ended).Where(leg => orders[leg.Order].Account == connected.Account).Select(Live)],
                    opening));
                break;
            case VenueEvent.OrderDone done:
                ended.Add(new(done.Order, done.Leg));
                break;
            case VenueEvent.OrderRejected rejected:
                ended.Add(new(rejected.Order, rejected.Leg));
                break;
        }

        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        stop.Cancel();
        thread.RunReady();
        venue.Dispose();
        network.Dispose();
        stop.Dispose();
    }

    private void Open()
    {
        Admin("/sim/price", new JsonObject { ["coin"] = "BTC", ["px"] = "60000" });
        foreach (var (master, key) in new[] { (Seats[0].Address, FirstAgent), (Seats[4].Address, SecondAgent) })
        {
            using var agent = PrivateKey.Parse(key);
            Fund(master, ("agents", new JsonArray(new JsonObject { ["address"] = agent.Address.ToString() })));
        }

        Fund(Seats[1].Address, ("subAccountOf", Seats[0].Address));
        Fund(Seats[2].Address, ("subAccountOf", Seats[0].Address));
        Fund(Seats[3].Address, ("vaultLeader", Seats[0].Address));
        Fund(Seats[5].Address, ("subAccountOf", Seats[4].Address));
    }

    private void Fund(string address, (string Name, JsonNode Value) also) =>
        Admin("/sim/accounts", new JsonObject { ["address"] = address, ["usdc"] = "1000000", [also.Name] = also.Value });

    private void Admin(string path, JsonObject body) => simulation.Admin("POST", path, body);

    private void Place()
    {
        var account = new AccountName(Seats[chance.Next(Seats.Length)].Name);
        var order = new OrderId(++lastOrder);
        orders[order] = (account, clock.GetUtcNow());
        legs.Add(new(order));
        Assert.True(venue.TrySubmit(new Instruction.Place(order, Draw(account), clock.GetUtcNow().AddSeconds(30))));
    }

    private OrderIntent Draw(AccountName account) => new()
    {
        Account = account,
        Market = venue.MarketData.Universe.Markets.Single(market => market.TradingSymbol == "BTC"),
        Side = chance.Next(2) == 0 ? Side.Buy : Side.Sell,
        Price = new(60_000 + chance.Next(-4, 5)),
        Quantity = new(0.001m * chance.Next(1, 4)),
    };

    private void CancelOne()
    {
        if (DrawLive() is { } leg)
            Cancel(leg);
    }

    private void ModifyOne()
    {
        if (DrawLive() is not { } leg)
            return;
        var next = new OrderLeg(leg.Order, legs.Count(known => known.Order == leg.Order));
        legs.Add(next);
        Assert.True(venue.TrySubmit(new Instruction.Modify(
            Live(leg), next.Number, Draw(orders[leg.Order].Account), clock.GetUtcNow().AddSeconds(30))));
    }

    private OrderLeg? DrawLive()
    {
        var live = legs.Except(ended).ToList();
        return live.Count > 0 ? live[chance.Next(live.Count)] : null;
    }

    private void Cancel(OrderLeg leg) => Assert.True(venue.TrySubmit(new Instruction.Cancel(orders[leg.Order].Account, Live(leg))));

    private LiveOrder Live(OrderLeg leg) => new(
        leg.Order,
        venue.MarketData.Universe.Markets.Single(market => market.TradingSymbol == "BTC").Id,
        ExchangeOrderId: null,
        orders[leg.Order].PlacedAt,
        leg.Number);

    // Long enough for every reconnection and every answer.
    private void Settle()
    {
        for (var tick = 0; tick < 60; tick++)
        {
            thread.RunReady();
            while (network.DeliverOne(chance))
                thread.RunReady();
            clock.Advance(TimeSpan.FromMilliseconds(500));
        }
    }

    private AccountName? OwnerOf(string? cloid) => Cloid.TryRead(cloid, Instance, out var order) && orders.TryGetValue(order.Order, out var known) ? known.Account : null;

    private Account AtVenue(AccountName account) =>
        simulation.Exchange.Find(Address.Parse(Seats.Single(seat => seat.Name == account.Value).Address))!;
}
