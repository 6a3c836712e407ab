using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid;
using Hyperliquid.Simulator;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;

namespace Gateway.Torture.Tests.Worlds;

/// <summary>The simulated venue, which knows the truth: accounts of ours, robots that quote, and others who meddle.</summary>
internal sealed class TrueVenue
{
    public const string Coin = "BTC";
    public const string Bitcoin = "BTC-USD HYPERLIQUID Perpetual/USDC Crypto*HYPERLIQUID/DIRECT";

    /// <summary>Our accounts by their names in the gateway: whose they are, and who may trade on them.</summary>
    private static readonly IReadOnlyDictionary<string, (Address Master, string AgentKey)> Ours = new SortedDictionary<string, (Address, string)>(StringComparer.Ordinal)
    {
        ["DEFAULT"] = (AddressOf("0x1111111111111111111111111111111111111111111111111111111111111111"), "0x2222222222222222222222222222222222222222222222222222222222222222"),
        ["OTHER"] = (AddressOf("0x3333333333333333333333333333333333333333333333333333333333333333"), "0x4444444444444444444444444444444444444444444444444444444444444444"),
    };

    private readonly List<(long From, decimal Px)> marks = [];
    private readonly Dictionary<string, Venues.OrderId?> ours = new(StringComparer.Ordinal);

    public TrueVenue(Timeline timeline)
    {
        Simulation = new Simulation(new ProcessClock(timeline, owner: null, () => TimeSpan.Zero), Chain.Mainnet);
        foreach (var (master, agentKey) in Ours.Values)
        {
            Admin("/sim/accounts", new JsonObject
            {
                ["address"] = master.ToString(),
                ["usdc"] = "1000000",
                ["agents"] = new JsonArray(new JsonObject { ["address"] = AddressOf(agentKey).ToString() }),
            });
        }

        Accounts = [.. Ours.Values.Select(account => Simulation.Exchange.Find(account.Master)!)];
        Mark = 60_000;
        MoveMark(Mark);
        Admin("/sim/liquidity", new JsonObject { ["coin"] = Coin, ["spreadBps"] = "4", ["levels"] = 4, ["size"] = "0.02" });
    }

    public Simulation Simulation { get; }

    /// <summary>Whether it takes no connections at the moment.</summary>
    public bool IsDown { get; set; }

    public decimal Mark { get; private set; }

    /// <summary>Milliseconds since the Unix epoch.</summary>
    public long Now => Simulation.Clock.Now;

    /// <summary>Our accounts.</summary>
    public IReadOnlyList<Account> Accounts { get; }

    /// <summary>All fills of our accounts, whoever ordered them.</summary>
    public IEnumerable<Fill> Fills => Accounts.SelectMany(account => account.Fills);

    /// <summary>What is open on our accounts.</summary>
    public IEnumerable<Order> OpenOrders => Accounts.SelectMany(account => account.OpenOrders);

    /// <summary>Every order that our accounts ever had.</summary>
    public IEnumerable<Order> History => Accounts.SelectMany(account => account.History);

    public Instrument Instrument => Simulation.Exchange.Universe.Find(Coin)!;

    /// <summary>How the gateway trades on our accounts, by their names.</summary>
    public static IEnumerable<(string Name, HyperliquidAccountOptions Options)> Options => Ours.Select(account =>
        (account.Key, new HyperliquidAccountOptions { Address = account.Value.Master.ToString(), Key = account.Value.AgentKey }));

    /// <summary>The gateway's number of an order; null: it is not the gateway's.</summary>
    public Venues.OrderId? NumberOf(string? cloid)
    {
        if (cloid is null)
            return null;
        if (!ours.TryGetValue(cloid, out var number))
            ours.Add(cloid, number = Cloid.TryRead(cloid, World.Instance, out var read) ? read.Order : null);
        return number;
    }

    /// <summary>All that stood or stands there for an order, oldest first.</summary>
    public IReadOnlyList<Order> LegsOf(Venues.OrderId order) => [.. History.Where(known => NumberOf(known.Terms.Cloid) == order)];

    /// <summary>The same; one that is not the gateway's is known by its number here.</summary>
    public IReadOnlyList<Order> LegsOf(Orders.Order order) =>
        order.IsForeign ? [.. History.Where(known => known.Oid.ToString(CultureInfo.InvariantCulture) == order.ExchangeOrderId)] : LegsOf(order.Id);

    /// <summary>Whether what this names can still come to rest: an order can, what is to replace one only as long as that is open.</summary>
    public bool MayStillCome(string cloid) =>
        Cloid.TryRead(cloid, World.Instance, out var leg) && (leg.Number == 0 || LegsOf(leg.Order).Any(known => known.IsOpen));

    /// <summary>The marks that there were between two moments, and the one before.</summary>
    public IEnumerable<decimal> Marks(long from, long through) =>
        marks.Where((mark, index) => mark.From <= through && (index == marks.Count - 1 || marks[index + 1].From >= from)).Select(mark => mark.Px);

    public void MoveMark(decimal mark)
    {
        Mark = mark;
        marks.Add((Now, Instrument.PriceAtOrBelow(mark)));
        Admin("/sim/price", new JsonObject { ["coin"] = Coin, ["px"] = Instrument.PriceAtOrBelow(mark) });
    }

    public void DropConnections() => Admin("/sim/faults", new JsonObject { ["kind"] = "disconnect" });

    /// <summary>Another program with one of our accounts trades without us.</summary>
    public void TradeElsewhere(int which, bool buy, decimal size)
    {
        var account = Accounts[which % Accounts.Count];
        var block = Simulation.Exchange.OpenBlock();
        var px = buy ? Instrument.PriceAtOrAbove(Mark * 1.01m) : Instrument.PriceAtOrBelow(Mark * 0.99m);
        Simulation.Exchange.Place(account, new(Instrument, buy, px, size, ReduceOnly: false, TimeInForce.Ioc, Cloid: null), block);
        Simulation.Publish(block);
    }

    /// <summary>Another program with one of our accounts leaves an order there that rests.</summary>
    public void RestElsewhere(int which, bool buy, decimal size)
    {
        var account = Accounts[which % Accounts.Count];
        var block = Simulation.Exchange.OpenBlock();
        var px = Instrument.PriceAtOrBelow(Mark * (buy ? 0.999m : 1.001m));
        Simulation.Exchange.Place(account, new(Instrument, buy, px, size, ReduceOnly: false, TimeInForce.Gtc, Cloid: null), block);
        Simulation.Publish(block);
    }

    /// <summary>Somebody cancels one of our orders without us.</summary>
    public void CancelElsewhere(int which)
    {
        var open = OpenOrders.ToList();
        if (open.Count == 0)
            return;
        var block = Simulation.Exchange.OpenBlock();
        Simulation.Exchange.Cancel(open[which % open.Count], OrderStatus.Canceled, block);
        Simulation.Publish(block);
    }

    private void Admin(string path, JsonObject body) => Simulation.Admin("POST", path, body);

    private static Address AddressOf(string key)
    {
        using var signer = PrivateKey.Parse(key);
        return signer.Address;
    }
}
