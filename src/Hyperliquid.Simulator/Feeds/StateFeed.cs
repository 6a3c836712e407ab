using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;

namespace Hyperliquid.Simulator.Feeds;

/// <summary>A feed that tells a whole state again and again, whether or not it has changed.</summary>
/// <param name="subscription">As acknowledged.</param>
/// <param name="every">Time between two messages, ms.</param>
internal abstract class StateFeed(JsonObject subscription, long every = StateFeed.UserStateMs) : Feed(subscription)
{
    private const long UserStateMs = 5_000;
    private readonly Cadence cadence = new(least: every, most: every);

    public override int Rank => 9;

    public sealed override IEnumerable<JsonObject> Begin(Exchange exchange)
    {
        yield return Message((string)Subscription["type"]!, Data(exchange));
    }

    public sealed override IEnumerable<JsonObject> Beat(long now, Exchange exchange)
    {
        if (cadence.IsDue(now))
            yield return Message((string)Subscription["type"]!, Data(exchange));
    }

    /// <summary>The state.</summary>
    protected abstract JsonNode Data(Exchange exchange);
}
