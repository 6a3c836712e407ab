using System.Text.Json.Nodes;
using Gateway.Testing;
using Hyperliquid.Simulator.Sockets;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Tests;

/// <summary>A venue without sockets under a clock that only the test moves.</summary>
internal sealed class TestVenue
{
    public TestVenue(Chain chain = Chain.Mainnet)
    {
        Simulation = new(Time, chain);
        Chain = chain;
    }

    public ManualClock Time { get; } = new();

    public Chain Chain { get; }

    public Simulation Simulation { get; }

    public Exchange Exchange => Simulation.Exchange;

    public long Now => Simulation.Clock.Now;

    /// <summary>A trader with a key of its own and money.</summary>
    public Trader Trader(int number, decimal usdc = 1_000_000)
    {
        var trader = new Trader(this, number);
        Admin("POST", "/sim/accounts", new JsonObject { ["address"] = trader.Address, ["usdc"] = usdc });
        return trader;
    }

    public JsonNode Admin(string method, string path, JsonNode? body) => Simulation.Admin(method, path, body);

    public JsonNode? Info(string json)
    {
        var reply = Simulation.AnswerInfo(json);
        Assert.Equal(200, reply.Status);
        return JsonNode.Parse(reply.Body);
    }

    public JsonNode State(string user) => Admin("GET", "/sim/state", new JsonObject { ["user"] = user });

    public TestSocket Connect() => new(Simulation);
}

/// <summary>A client of the venue that keeps what it was sent.</summary>
internal sealed class TestSocket : IFrameSink
{
    private readonly List<JsonNode> frames = [];

    public TestSocket(Simulation simulation) => Connection = simulation.Connect(this);

    public Connection Connection { get; }

    public bool IsAborted { get; private set; }

    public List<string> Texts { get; } = [];

    public bool TrySend(string frame)
    {
        Texts.Add(frame);
        return true;
    }

    public void Abort() => IsAborted = true;

    public void Send(string frame) => Connection.Receive(frame);

    public void Subscribe(string subscription) => Send($$"""{"method":"subscribe","subscription":{{subscription}}}""");

    /// <summary>Takes what has come since the last call.</summary>
    public IReadOnlyList<JsonNode> Take()
    {
        frames.Clear();
        frames.AddRange(Texts.Select(text => JsonNode.Parse(text)!));
        Texts.Clear();
        return [.. frames];
    }

    public IEnumerable<string> TakeChannels() => Take().Select(frame => (string)frame["channel"]!);
}
