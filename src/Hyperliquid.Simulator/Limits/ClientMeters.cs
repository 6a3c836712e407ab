namespace Hyperliquid.Simulator.Limits;

/// <summary>What all clients together have asked for in the last minute: here they share one address. By transport time, ms.</summary>
internal sealed class ClientMeters
{
    private readonly MinuteWindow weight = new();
    private readonly MinuteWindow connects = new();
    private readonly MinuteWindow messages = new();

    /// <summary>Takes so much weight, if there is as much left.</summary>
    public bool TryWeigh(long requestWeight, VenueLimits limits, long now) => weight.TryUse(requestWeight, limits.IpWeight, now);

    /// <summary>Takes what an answer turned out to weigh, whether or not there is as much left.</summary>
    public void Weigh(long answerWeight, VenueLimits limits, long now)
    {
        if (limits.IpWeight != VenueLimits.Endless)
            weight.Use(answerWeight, now);
    }

    /// <summary>Whether one more connection may be opened.</summary>
    public bool TryConnect(VenueLimits limits, long now) => connects.TryUse(1, limits.ConnectionsPerMinute, now);

    /// <summary>Whether one more message may be sent.</summary>
    public bool TrySend(VenueLimits limits, long now) => messages.TryUse(1, limits.MessagesPerMinute, now);

    /// <summary>Counts anew.</summary>
    public void Clear()
    {
        weight.Clear();
        connects.Clear();
        messages.Clear();
    }
}
