namespace Hyperliquid.Simulator.Wire;

/// <summary>What to do with an HTTP request: answer it, perhaps late or never, or cut the connection.</summary>
/// <param name="Reply">The answer; null: cut.</param>
/// <param name="Delay">How long to hold the answer back; infinite: until the client gives up.</param>
internal sealed record HttpExchange(HttpReply? Reply, TimeSpan Delay = default)
{
    public static HttpExchange Cut { get; } = new((HttpReply?)null);

    public static HttpExchange Never { get; } = new(null, Timeout.InfiniteTimeSpan);
}
