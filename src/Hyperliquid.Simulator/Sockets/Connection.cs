using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Actions;
using Hyperliquid.Simulator.Faults;
using Hyperliquid.Simulator.Feeds;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Sockets;

/// <summary>
/// One WebSocket connection without the socket: text frames in, text frames out to a sink. The reply to an action comes
/// before the feed messages of its block, and those in the order orderUpdates, userFills, userEvents, trades, bbo; the venue
/// promises no such order, and the fault <c>feedsFirst</c> turns it round.
/// </summary>
public sealed class Connection
{
    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(60);

    private readonly Simulation simulation;
    private readonly IFrameSink sink;
    private readonly SortedList<(int Rank, string Text), Feed> feeds = [];
    private readonly HashSet<Address> users = [];
    private long lastSent;
    private bool closed;

    internal Connection(Simulation simulation, IFrameSink sink)
    {
        this.simulation = simulation;
        this.sink = sink;
        lastSent = simulation.Time.GetTimestamp();
    }

    internal int Subscriptions => feeds.Count;

    /// <summary>The accounts it hears of, each as often as it does.</summary>
    internal IEnumerable<Address> FeedUsers => feeds.Values.Select(feed => feed.User).OfType<Address>();

    /// <summary>Handles one text frame from the client.</summary>
    public void Receive(string frame)
    {
        lock (simulation.Gate)
        {
            if (closed)
                return;
            if (!simulation.MayReceive())
            {
                Drop();
                return;
            }

            simulation.CatchUp();
            try
            {
                Handle(frame);
            }
            catch (UnreadableException)
            {
                SendError($"Error parsing JSON into valid websocket request: {frame}");
            }
        }
    }

    /// <summary>The client is gone: forgets its subscriptions.</summary>
    public void Close()
    {
        lock (simulation.Gate)
        {
            closed = true;
            simulation.Forget(this);
        }
    }

    internal void Hear(Block block)
    {
        foreach (var feed in feeds.Values)
            SendAll(feed, feed.On(block, simulation.Exchange));
    }

    internal void Beat(long now)
    {
        foreach (var feed in feeds.Values)
            SendAll(feed, feed.Beat(now, simulation.Exchange));
        if (!closed && simulation.Time.GetElapsedTime(lastSent) >= IdleLimit)
            Drop();
    }

    internal void Drop()
    {
        Close();
        sink.Abort();
    }

    private void Handle(string frame)
    {
        var message = Body.Parse(frame);
        switch (message.Text("method"))
        {
            case "ping":
                Send(new() { ["channel"] = "pong" });
                break;
            case "subscribe":
                Subscribe(message.Object("subscription"));
                break;
            case "unsubscribe":
                Unsubscribe(message.Object("subscription"));
                break;
            case "post":
                Post(message.Integer("id"), message.Object("request"));
                break;
            default:
                throw new UnreadableException("unknown method");
        }
    }

    private void Subscribe(Body subscription)
    {
        if (Open(subscription) is not { } feed)
            return;
        if (feeds.ContainsKey(KeyOf(feed)))
        {
            SendError($"Already subscribed: {Json.Write(feed.Subscription)}");
            return;
        }

        if (simulation.RefuseSubscription(feed.User) is { } refusal)
        {
            SendError(refusal);
            return;
        }

        feeds.Add(KeyOf(feed), feed);

        if (feed.User is { } user)
            users.Add(user);
        Acknowledge("subscribe", feed);
        SendAll(feed, feed.Begin(simulation.Exchange));
    }

    private void Unsubscribe(Body subscription)
    {
        if (Open(subscription) is not { } feed)
            return;
        if (feeds.Remove(KeyOf(feed)))
            Acknowledge("unsubscribe", feed);
        else
            SendError($"Already unsubscribed: {Json.Write(feed.Subscription)}");
    }

    // A malformed subscription gets an error; one with an unknown coin or depth takes the whole connection down, as measured.
    private Feed? Open(Body subscription)
    {
        try
        {
            return FeedCatalogue.Open(subscription, simulation.Exchange);
        }
        catch (UnreadableException)
        {
            SendError($"Invalid subscription {subscription.Json.GetRawText()}");
        }
        catch (UnsupportedException)
        {
            Drop();
        }

        return null;
    }

    private void Post(long id, Body request)
    {
        if (simulation.Outbox.PostsInFlight >= simulation.Exchange.Limits.PostsInFlight)
        {
            SendError($"too many pending post requests id={id}");
            return;
        }

        switch (request.Text("type"))
        {
            case "info":
                PostInfo(id, request.Object("payload"));
                break;
            case "action":
                PostAction(id, request.Object("payload"));
                break;
            default:
                throw new UnreadableException("unknown request type");
        }
    }

    // An unknown info type is answered without an id; what is wrong within a known one, with it.
    private void PostInfo(long id, Body payload)
    {
        var request = InfoCatalogue.Find(payload);
        if (simulation.Refuse(null, request.Weight) is { } refusal)
        {
            Reply(id, "error", refusal.ToText());
            return;
        }

        try
        {
            var answer = simulation.Answer(request, payload);
            Reply(id, "info", new JsonObject { ["type"] = request.Type, ["data"] = answer });
        }
        catch (UnreadableException)
        {
            Reply(id, "error", HttpReply.Unprocessable.ToText());
        }
        catch (UnsupportedException)
        {
            Reply(id, "error", HttpReply.Unsupported.ToText());
        }
    }

    private void PostAction(long id, Body payload)
    {
        SignedAction signed;
        try
        {
            signed = SignedAction.Read(payload);
        }
        catch (UnreadableException)
        {
            Reply(id, "error", HttpReply.Unprocessable.ToText());
            return;
        }

        var user = simulation.AccountOf(signed);
        if (user is { } known)
            users.Add(known);
        if (simulation.Refuse(user, Simulation.WeightOf(signed.Action)) is { } refusal)
        {
            Reply(id, "error", refusal.ToText());
            return;
        }

        if (simulation.Faults.Strike(FaultKind.DisconnectBefore, user) is not null)
        {
            Drop();
            return;
        }

        var (reply, block) = simulation.Execute(signed);
        if (simulation.Faults.Strike(FaultKind.DisconnectAfter, user) is not null)
            Drop();
        using var shuffled = simulation.ShuffleFor(user);
        if (simulation.Faults.Strike(FaultKind.FeedsFirst, user) is not null)
        {
            simulation.Publish(block);
            Reply(id, "action", reply, user);
            return;
        }

        Reply(id, "action", reply, user);
        simulation.Publish(block);
    }

    private void Reply(long id, string type, JsonNode payload, Address? user = null)
    {
        var message = new JsonObject
        {
            ["channel"] = "post",
            ["data"] = new JsonObject { ["id"] = id, ["response"] = new JsonObject { ["type"] = type, ["payload"] = payload } },
        };
        var delay = simulation.Faults.Strike(FaultKind.DelayReplies, user)?.Milliseconds ?? 0;
        simulation.Outbox.Hold(this, more =>
        {
            if (delay + more > 0)
                simulation.Outbox.ReplyLater(delay + more, () => Send(message));
            else
                Send(message);
        });
    }

    private void Acknowledge(string method, Feed feed) => Send(new()
    {
        ["channel"] = "subscriptionResponse",
        ["data"] = new JsonObject { ["method"] = method, ["subscription"] = feed.Subscription.DeepClone() },
    });

    private void SendError(string text) => Send(new() { ["channel"] = "error", ["data"] = text });

    private void SendAll(Feed feed, IEnumerable<JsonObject> messages)
    {
        foreach (var message in messages)
        {
            if (simulation.Faults.Strike(FaultKind.DropFeeds, feed.User) is not null)
                continue;
            var text = Json.Write(message);
            if (simulation.Faults.Strike(FaultKind.TruncateFeeds, feed.User) is not null)
                text = text[..(text.Length / 2)];
            Send(feed, text);
            if (simulation.Faults.Strike(FaultKind.DuplicateFeeds, feed.User) is not null)
                Send(feed, text);
        }
    }

    // A message waits behind what its feed holds back already.
    private void Send(Feed feed, string text)
    {
        var delay = simulation.Faults.Strike(FaultKind.DelayFeeds, feed.User)?.Milliseconds ?? 0;
        simulation.Outbox.Hold(feed, more =>
        {
            var now = simulation.Outbox.Now;
            feed.HeldUntil = Math.Max(feed.HeldUntil, now + delay + more);
            if (feed.HeldUntil > now)
                simulation.Outbox.Later(feed.HeldUntil - now, () => SendText(text));
            else
                SendText(text);
        });
    }

    private void Send(JsonObject message) => SendText(Json.Write(message));

    private void SendText(string text)
    {
        if (closed || simulation.Faults.Strike(FaultKind.Silence, [null, .. users]) is not null)
            return;
        lastSent = simulation.Time.GetTimestamp();
        if (!sink.TrySend(text))
            Drop();
    }

    private static (int Rank, string Text) KeyOf(Feed feed) => (feed.Rank, Json.Write(feed.Subscription));
}
