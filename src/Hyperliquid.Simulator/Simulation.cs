using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Actions;
using Hyperliquid.Simulator.Admin;
using Hyperliquid.Simulator.Faults;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Intents;
using Hyperliquid.Simulator.Limits;
using Hyperliquid.Simulator.Markets;
using Hyperliquid.Simulator.Robots;
using Hyperliquid.Simulator.Sockets;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator;

/// <summary>
/// The simulated venue without network: requests in, answers out, feed frames to the connections. Nothing here waits or
/// starts a thread; whoever drives it calls <see cref="Beat"/> from time to time. Calls from several threads are taken one
/// at a time.
/// </summary>
public sealed class Simulation
{
    private readonly List<Connection> connections = [];
    private readonly ClientMeters meters = new();

    /// <summary>Opens an exchange without accounts, on which nobody quotes.</summary>
    /// <param name="time">Where all time comes from.</param>
    /// <param name="chain">Which network to play.</param>
    public Simulation(TimeProvider time, Chain chain)
    {
        Time = time;
        Outbox = new(time);
        Clock = new(time);
        Exchange = new(Universe.For(chain), Clock);
        Robots = new(Exchange);
        Actions = new(Exchange, chain);
    }

    /// <summary>The exchange's clock, which can be set and stopped.</summary>
    public SimulatorClock Clock { get; }

    internal Lock Gate { get; } = new();

    internal TimeProvider Time { get; }

    internal Exchange Exchange { get; }

    internal FaultBoard Faults { get; } = new();

    internal RobotDesk Robots { get; }

    /// <summary>Who may use the trade-intent API.</summary>
    internal ApiKeys ApiKeys { get; } = new();

    /// <summary>Carries out what clients have signed.</summary>
    internal ActionDesk Actions { get; }

    /// <summary>What is to be sent, at once or later.</summary>
    internal Outbox Outbox { get; }

    /// <summary>Opens a WebSocket connection whose frames go to a sink.</summary>
    public Connection Connect(IFrameSink sink)
    {
        lock (Gate)
        {
            var connection = new Connection(this, sink);
            connections.Add(connection);
            if (connections.Count > Exchange.Limits.Connections || !meters.TryConnect(Exchange.Limits, Outbox.Now))
                connection.Drop();
            return connection;
        }
    }

    /// <summary>Carries out an admin request as if it had come over HTTP.</summary>
    /// <param name="method"><c>GET</c>, <c>POST</c> or <c>DELETE</c>.</param>
    /// <param name="path">For example <c>/sim/accounts</c>.</param>
    /// <param name="body">JSON, or for a GET the query's members.</param>
    /// <exception cref="AdminException">The request is malformed; the message says what would be right.</exception>
    public JsonNode Admin(string method, string path, JsonNode? body)
    {
        lock (Gate)
        {
            CatchUp();
            var answer = AdminCatalogue.Find(method, path).Handle(body, this);
            BeatLocked();
            return answer;
        }
    }

    /// <summary>Does what has become due: schedules, robots, spaced-out feeds, late replies, idle connections.</summary>
    public void Beat()
    {
        lock (Gate)
            BeatLocked();
    }

    internal HttpReply AnswerInfo(string json)
    {
        lock (Gate)
        {
            CatchUp();
            try
            {
                var body = Body.Parse(json);
                var request = InfoCatalogue.Find(body);
                return Refuse(null, request.Weight) ?? HttpReply.Ok(Answer(request, body));
            }
            catch (UnreadableException)
            {
                return HttpReply.Unprocessable;
            }
            catch (UnsupportedException)
            {
                return HttpReply.Unsupported;
            }
        }
    }

    /// <summary>Answers an action over HTTP; the feed messages it causes go out before the reply.</summary>
    internal HttpExchange AnswerAction(string json)
    {
        lock (Gate)
        {
            CatchUp();
            SignedAction signed;
            try
            {
                signed = SignedAction.Read(Body.Parse(json));
            }
            catch (UnreadableException)
            {
                return new(HttpReply.Unprocessable);
            }

            return Carry(Actions.AccountOf(signed), ActionDesk.WeightOf(signed.Action), () =>
            {
                var (reply, block) = Actions.Execute(signed);
                return (HttpReply.Ok(reply), block);
            });
        }
    }

    /// <summary>Answers the trade-intent API, which places orders for those who have a key.</summary>
    internal HttpExchange AnswerIntent(string json, string? apiKey)
    {
        lock (Gate)
        {
            CatchUp();
            if (apiKey is null || !ApiKeys.IsKnown(apiKey))
                return new(IntentError.InvalidKey);
            TradeIntent intent;
            try
            {
                intent = TradeIntent.Read(Body.Parse(json));
            }
            catch (UnreadableException malformed)
            {
                return new(IntentError.Malformed(malformed.Message));
            }

            if (!ApiKeys.MayUse(apiKey, intent.Wallet))
                return new(IntentError.UnknownWallet);
            return Carry(Exchange.Agents.Find(intent.Wallet)?.Master, ActionDesk.WeightOf(intent.Action), () => Actions.Execute(intent));
        }
    }

    /// <summary>Answers a read and charges what the length of the answer weighs.</summary>
    internal JsonNode? Answer(InfoRequest request, Body body)
    {
        if (request is OrderStatusQuery && Faults.Strike(FaultKind.UnknownOid, body.Address("user")) is not null)
            return OrderStatusQuery.Unknown;
        var answer = request.Answer(body, Exchange);
        if (request.ItemsPerWeight > 0 && answer is JsonArray items)
            meters.Weigh(items.Count / request.ItemsPerWeight, Exchange.Limits, Outbox.Now);
        return answer;
    }

    /// <summary>Why a request goes no further: somebody asked for that fault, or the clients have used up their minute.</summary>
    internal HttpReply? Refuse(Address? user, long requestWeight)
    {
        if (!meters.TryWeigh(requestWeight, Exchange.Limits, Outbox.Now))
            return HttpReply.TooManyRequests;
        if (Faults.Strike(FaultKind.TooManyRequests, user) is not null)
            return HttpReply.TooManyRequests;
        return Faults.Strike(FaultKind.BadGateway, user) is not null ? HttpReply.BadGateway : null;
    }

    /// <summary>Sets the limits; counting by the minute starts anew.</summary>
    internal void Limit(VenueLimits limits)
    {
        Exchange.Limits = limits;
        meters.Clear();
    }

    /// <summary>Whether the clients may send one more message this minute.</summary>
    internal bool MayReceive() => meters.TrySend(Exchange.Limits, Outbox.Now);

    /// <summary>Why a connection may not have one more subscription; null if it may.</summary>
    internal string? RefuseSubscription(Address? user)
    {
        if (connections.Sum(connection => connection.Subscriptions) >= Exchange.Limits.Subscriptions)
            return $"Cannot track more than {Exchange.Limits.Subscriptions} total subscriptions.";
        HashSet<Address> users = [.. connections.SelectMany(connection => connection.FeedUsers)];
        return user is { } another && users.Add(another) && users.Count > Exchange.Limits.Users
            ? $"Cannot track more than {Exchange.Limits.Users} total users."
            : null;
    }

    internal void Publish(Block block)
    {
        foreach (var connection in connections.ToArray())
            connection.Hear(block);
    }

    /// <summary>Mixes up what is sent until this is disposed of, if that was asked for; otherwise null.</summary>
    internal IDisposable? ShuffleFor(Address? user) => Outbox.Mix(Faults.Strike(FaultKind.Reorder, user));

    internal void Forget(Connection connection) => connections.Remove(connection);

    internal void DropAll()
    {
        foreach (var connection in connections.ToArray())
            connection.Drop();
    }

    /// <summary>Before anything else happens, what the clock has passed.</summary>
    internal void CatchUp()
    {
        var block = Exchange.OpenBlock();
        Exchange.RunSchedules(block);
        Publish(block);
    }

    // A request over HTTP on its way through the faults that were asked for; feeds tell of it before the reply.
    private HttpExchange Carry(Address? user, long requestWeight, Func<(HttpReply Reply, Block Block)> execute)
    {
        if (Refuse(user, requestWeight) is { } refusal)
            return new(refusal);
        if (Faults.Strike(FaultKind.DisconnectBefore, user) is not null)
            return HttpExchange.Cut;
        var (reply, block) = execute();
        using (ShuffleFor(user))
            Publish(block);
        if (Faults.Strike(FaultKind.DisconnectAfter, user) is not null)
            return HttpExchange.Cut;
        if (Faults.Strike(FaultKind.Silence, user) is not null)
            return HttpExchange.Never;
        var delay = Faults.Strike(FaultKind.DelayReplies, user)?.Milliseconds ?? 0;
        return new(reply, TimeSpan.FromMilliseconds(delay));
    }

    // After the robots have followed the mark, so that what fires, or is closed by force, meets the new quotes.
    private void FollowMarks()
    {
        var block = Exchange.OpenBlock();
        Exchange.FireTriggers(block);
        Exchange.Liquidate(block);
        Publish(block);
    }

    private void BeatLocked()
    {
        CatchUp();
        foreach (var block in Robots.Quote())
            Publish(block);
        FollowMarks();
        Outbox.SendDue();
        var now = Outbox.Now;
        foreach (var connection in connections.ToArray())
            connection.Beat(now);
    }
}
