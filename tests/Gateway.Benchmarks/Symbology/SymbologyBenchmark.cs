using BenchmarkDotNet.Attributes;
using Gateway.Server.Markets;
using Gateway.Server.Requests.Symbology.Queries;

namespace Gateway.Benchmarks.Symbology;

/// <summary>What the two searching requests cost on a mainnet-sized venue, and building the indexes after a change of its universe.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SymbologyBenchmark
{
    private readonly MainnetUniverse venue = new();
    private SymbologySnapshot snapshot = null!;
    private Query query = null!;

    [GlobalSetup]
    public void Setup()
    {
        snapshot = Build();
        query = Parse();
    }

    /// <summary>Two words that match nearly everything, over all lists: the dearest kind of search.</summary>
    [Benchmark]
    public int SearchEverything() => Search("c usd", 1000);

    /// <summary>What somebody types who looks for a coin.</summary>
    [Benchmark]
    public int SearchCoin() => Search("btc perp", 20);

    /// <summary>A query with each operator.</summary>
    [Benchmark]
    public int QueryIndex() => query.Find(snapshot.Queries).Pick(snapshot.Queries.Ids).Length;

    /// <summary>A query from its text.</summary>
    [Benchmark]
    public int QueryFromText() => Parse().Find(snapshot.Queries).Pick(snapshot.Queries.Ids).Length;

    /// <summary>All indexes of a new snapshot.</summary>
    [Benchmark]
    public object Rebuild() => Build();

    private static Query Parse() => QueryText.TryParse("""Base("BTC") || Class("Perpetual") && !Quote("BTC")""", out var query, out var problem)
        ? query
        : throw new InvalidOperationException(problem);

    private SymbologySnapshot Build() => new([venue], [venue.Universe]);

    private int Search(string pattern, int limit) =>
        snapshot.Pairs.Search(pattern, limit).Length + snapshot.Products.Search(pattern, limit).Length
        + snapshot.Routes.Search(pattern, limit).Length + snapshot.Markets.Search(pattern, limit).Length
        + snapshot.Venues.Search(pattern, limit).Length;
}
