using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Faults;
using Hyperliquid.Simulator.Feeds;
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
    private readonly Posts posts;
    private long lastSent;
    private bool closed;

    internal Connection(Simulation simulation, IFrameSink sink)
    {
        this.simulation = simulation;
        this.sink = sink;
        posts = new(simulation, this);
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

    /// <summary>Faults that strike a user strike this connection from now on.</summary>
    internal void Concern(Address user) => users.Add(user);

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
                posts.Take(message.Integer("id"), message.Object("request"));
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

    private void Acknowledge(string method, Feed feed) => Send(new()
    {
        ["channel"] = "subscriptionResponse",
        ["data"] = new JsonObject { ["method"] = method, ["subscription"] = feed.Subscription.DeepClone() },
    });

    internal void SendError(string text) => Send(new() { ["channel"] = "error", ["data"] = text });

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

    internal void Send(JsonObject message) => SendText(Json.Write(message));

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
