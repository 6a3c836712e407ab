using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>One subscription of one connection. One file per kind, named as on the wire.</summary>
/// <param name="subscription">As acknowledged: defaults filled in, unknown members dropped.</param>
internal abstract class Feed(JsonObject subscription)
{
    public JsonObject Subscription { get; } = subscription;

    /// <summary>Among the feeds of one connection, lower ranks hear of a block first.</summary>
    public abstract int Rank { get; }

    /// <summary>The account this feed is about; null for public feeds.</summary>
    public virtual Address? User => null;

    /// <summary>Until when its messages are held back, in transport ms: nothing of one feed overtakes.</summary>
    public long HeldUntil { get; set; }

    /// <summary>What is sent right after the acknowledgement.</summary>
    public virtual IEnumerable<JsonObject> Begin(Exchange exchange) => [];

    /// <summary>What a block brings.</summary>
    public virtual IEnumerable<JsonObject> On(Block block, Exchange exchange) => [];

    /// <summary>What is sent because time has passed.</summary>
    /// <param name="now">Transport time in ms; it runs on while the exchange's clock is stopped.</param>
    /// <param name="exchange">The state to tell.</param>
    public virtual IEnumerable<JsonObject> Beat(long now, Exchange exchange) => [];

    protected static JsonObject Message(string channel, JsonNode data) => new() { ["channel"] = channel, ["data"] = data };
}
