using BenchmarkDotNet.Attributes;
using Gateway.Venues;

namespace Gateway.Benchmarks.OrderPath;

/// <summary>
/// What the order core takes for an order from the request until it is acknowledged, inbox, journal and feed included and venue and client left out,
/// and for the same news told once more.
/// </summary>
[MemoryDiagnoser]
public class EngineBenchmark
{
    private const int Orders = 10_000;

    private readonly OrderId[] placed = new OrderId[Orders];
    private readonly VenueEvent.OrderAcknowledged[] acknowledged = new VenueEvent.OrderAcknowledged[Orders];
    private StagedEngine engine = null!;

    [GlobalSetup]
    public void Setup() => engine = new();

    [GlobalCleanup]
    public void Cleanup() => engine.Dispose();

    [IterationSetup(Target = nameof(Place_until_acknowledged))]
    public void Quote() => engine.Quote();

    [IterationSetup(Target = nameof(Acknowledge_again))]
    public void Told()
    {
        engine.Quote();
        Place_until_acknowledged();
    }

    [IterationCleanup]
    public void End()
    {
        foreach (var order in placed)
            engine.End(order);
    }

    [Benchmark(OperationsPerInvoke = Orders)]
    public void Place_until_acknowledged()
    {
        for (var order = 0; order < Orders; order++)
        {
            placed[order] = engine.Place();
            acknowledged[order] = engine.Acknowledge(placed[order]);
        }
    }

    [Benchmark(OperationsPerInvoke = Orders)]
    public void Acknowledge_again()
    {
        foreach (var news in acknowledged)
            engine.Repeat(news);
    }
}
