using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid;
using Hyperliquid.Simulator;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Trading;

namespace Gateway.Torture.Tests.Worlds;

/// <summary>The simulated venue, which knows the truth: one account of ours, robots that quote, and others who meddle.</summary>
internal sealed class TrueVenue
{
    public const string Coin = "BTC";
    public const string AgentKey = "0x2222222222222222222222222222222222222222222222222222222222222222";

    private static readonly Address Master = AddressOf("0x1111111111111111111111111111111111111111111111111111111111111111");

    private readonly Dictionary<string, Venues.OrderId?> ours = new(StringComparer.Ordinal);

    public TrueVenue(Timeline timeline)
    {
        Simulation = new Simulation(new ProcessClock(timeline, owner: null, () => TimeSpan.Zero), Chain.Mainnet);
        Admin("/sim/accounts", new JsonObject
        {
            ["address"] = Master.ToString(),
            ["usdc"] = "1000000",
            ["agents"] = new JsonArray(new JsonObject { ["address"] = AddressOf(AgentKey).ToString() }),
        });
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

    public Account Account => Simulation.Exchange.Find(Master)!;

    public Instrument Instrument => Simulation.Exchange.Universe.Find(Coin)!;

    public static HyperliquidAccountOptions Options => new() { Address = Master.ToString(), Key = AgentKey };

    /// <summary>The gateway's number of an order; null: it is not the gateway's.</summary>
    public Venues.OrderId? NumberOf(string? cloid)
    {
        if (cloid is null)
            return null;
        if (!ours.TryGetValue(cloid, out var number))
            ours.Add(cloid, number = Cloid.TryRead(cloid, World.Instance, out var read) ? read : null);
        return number;
    }

    public void MoveMark(decimal mark)
    {
        Mark = mark;
        Admin("/sim/price", new JsonObject { ["coin"] = Coin, ["px"] = Instrument.PriceAtOrBelow(mark) });
    }

    public void DropConnections() => Admin("/sim/faults", new JsonObject { ["kind"] = "disconnect" });

    /// <summary>Another program with the same account trades without us.</summary>
    public void TradeElsewhere(bool buy, decimal size)
    {
        var block = Simulation.Exchange.OpenBlock();
        var px = buy ? Instrument.PriceAtOrAbove(Mark * 1.01m) : Instrument.PriceAtOrBelow(Mark * 0.99m);
        Simulation.Exchange.Place(Account, new(Instrument, buy, px, size, ReduceOnly: false, TimeInForce.Ioc, Cloid: null), block);
        Simulation.Publish(block);
    }

    /// <summary>Somebody cancels one of our orders without us.</summary>
    public void CancelElsewhere(int which)
    {
        if (Account.OpenOrderCount == 0)
            return;
        var block = Simulation.Exchange.OpenBlock();
        Simulation.Exchange.Cancel(Account.OpenOrders.ElementAt(which % Account.OpenOrderCount), OrderStatus.Canceled, block);
        Simulation.Publish(block);
    }

    private void Admin(string path, JsonObject body) => Simulation.Admin("POST", path, body);

    private static Address AddressOf(string key)
    {
        using var signer = PrivateKey.Parse(key);
        return signer.Address;
    }
}
