namespace Hyperliquid.Simulator.Faults;

/// <summary>
/// Mixes up what one action has sent: the reply and each feed come in any order, at once or within a time, as the venue promises
/// none. Within one feed nothing overtakes.
/// </summary>
/// <param name="chance">Seeded, so that runs repeat.</param>
/// <param name="milliseconds">Within which time all is sent; zero: at once.</param>
internal sealed class Shuffle(Random chance, long milliseconds)
{
    private readonly List<(object Road, Action<long> Send)> held = [];

    /// <summary>Holds back a message on its road: what takes the same road stays in order.</summary>
    /// <param name="road">The feed, or the connection for replies.</param>
    /// <param name="send">Sends it after so many milliseconds.</param>
    public void Hold(object road, Action<long> send) => held.Add((road, send));

    /// <summary>Sends what was held back.</summary>
    public void Release()
    {
        var roads = held.GroupBy(message => message.Road, message => message.Send).Select(road => new Queue<Action<long>>(road)).ToList();
        while (roads.Count > 0)
        {
            var road = roads[chance.Next(roads.Count)];
            road.Dequeue()(milliseconds == 0 ? 0 : chance.NextInt64(milliseconds + 1));
            if (road.Count == 0)
                roads.Remove(road);
        }
    }
}
