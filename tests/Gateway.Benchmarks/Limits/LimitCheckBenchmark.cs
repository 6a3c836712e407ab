using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Benchmarks.Limits;

/// <summary>What limits cost an order: 1,000 limits set, 10,000 orders open in 200 markets, four sets and six scopes to pass.</summary>
[MemoryDiagnoser]
[Config(typeof(Config))]
public class LimitCheckBenchmark
{
    private const int Limits = 1000;
    private const int OpenOrders = 10_000;
    private static readonly MarketNames[] Markets = [.. Enumerable.Range(0, 200).Select(Market)];
    private static readonly Party[] Parties = [.. Enumerable.Range(0, 20).Select(trader => new Party(new($"A{trader % 5}"), $"T{trader}", $"D{trader % 4}"))];
    private readonly DateTimeOffset now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private ExposureBook exposures = null!;
    private MarkBook marks = null!;
    private LimitCheck check = null!;
    private int turn;

    [GlobalSetup]
    public void Setup()
    {
        LimitBook limits = new();
        marks = new(new Dictionary<ProductId, decimal>());
        exposures = new(limits, marks);
        check = new(limits, WhenUnset.Refuse);
        foreach (var market in Markets)
            marks.Update(market.Base, new(100), now, now);
        limits.Set([.. Settings().Take(Limits)]);
        for (var order = 0; order < OpenOrders; order++)
            ExposureBook.Open(exposures.Of(Parties[order % Parties.Length], Markets[order % Markets.Length]), Side.Buy, 1.25m);
    }

    /// <summary>One order against everything it has to pass.</summary>
    [Benchmark]
    public bool Check()
    {
        turn++;
        var footprint = exposures.Of(Parties[turn % Parties.Length], Markets[turn % Markets.Length]);
        return check.Judge(new(footprint, Side.Buy, new(1), new(101), ReduceOnly: false), now).Refusal is null;
    }

    /// <summary>The same, and the counters carried along as the order opens and ends.</summary>
    [Benchmark]
    public bool Check_open_and_end()
    {
        var passed = Check();
        var footprint = exposures.Of(Parties[turn % Parties.Length], Markets[turn % Markets.Length]);
        ExposureBook.Open(footprint, Side.Buy, 1);
        ExposureBook.Open(footprint, Side.Buy, -1);
        return passed;
    }

    /// <summary>A new mark price of a product in which every party has something open.</summary>
    [Benchmark]
    public void Mark()
    {
        turn++;
        marks.Update(Markets[turn % Markets.Length].Base, new(100 + (turn % 7)), now, now);
    }

    // Every kind for the firm, each default and each trader, in scopes from wide to narrow.
    private static IEnumerable<Limit> Settings() =>
        from scope in (IEnumerable<LimitScope>)
        [
            new LimitScope.Global(), new LimitScope.ProductDefault(), new LimitScope.TradableProductDefault(), new LimitScope.Venue(new("V")),
            new LimitScope.Route(new("DIRECT")), .. Markets.Select(market => new LimitScope.Product(market.Base)),
        ]
        from set in (IEnumerable<LimitSet>)
        [
            new LimitSet.Firm(), new LimitSet.DeskDefault(), new LimitSet.TraderDefault(), new LimitSet.AccountDefault(),
            .. Parties.Select(party => new LimitSet.Trader(party.Trader!)),
        ]
        from kind in AmountKind.All
        select new AmountLimit(kind, set, scope, new LimitAmount(1_000_000_000));

    private static MarketNames Market(int number)
    {
        ProductId product = new($"COIN{number}-USD V Perpetual");
        return new(new($"{product}/USDC Crypto*V/DIRECT"), product, new("USDC Crypto"), new($"COIN{number} Crypto"), new("V"), new("DIRECT"));
    }

    private sealed class Config : BenchmarkDotNet.Configs.ManualConfig
    {
        public Config() => AddColumn(StatisticColumn.P95, StatisticColumn.Max);
    }
}
