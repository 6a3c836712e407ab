namespace Gateway.Benchmarks.EndToEnd;

/// <summary>What one run of one contender came to. Times are in microseconds; what does not apply is not a number.</summary>
/// <param name="P50">From sending an order to knowing that the venue has taken it in.</param>
/// <param name="P99">The same, the slow ones.</param>
/// <param name="OrdersPerSecond">How many came that far.</param>
internal sealed record Measurement(double P50, double P99, double OrdersPerSecond)
{
    /// <summary>From sending an order to the gateway's answer: it is written down and on its way.</summary>
    public double Answer { get; init; } = double.NaN;

    /// <summary>Processor time for each order, in the contender's process.</summary>
    public double Processor { get; init; } = double.NaN;

    /// <summary>Bytes allocated for each order, in the contender's process.</summary>
    public double Allocated { get; init; } = double.NaN;

    /// <summary>Orders in each action that reached the venue.</summary>
    public double OrdersPerAction { get; init; } = double.NaN;

    /// <summary>What the garbage collector did meanwhile; null: nobody looked.</summary>
    public MemoryProbe? Collected { get; init; }

    /// <summary>The median of several runs, each figure by itself.</summary>
    public static Measurement MedianOf(IReadOnlyCollection<Measurement> runs)
    {
        return new(Median(run => run.P50), Median(run => run.P99), Median(run => run.OrdersPerSecond))
        {
            Answer = Median(run => run.Answer),
            Processor = Median(run => run.Processor),
            Allocated = Median(run => run.Allocated),
            OrdersPerAction = Median(run => run.OrdersPerAction),
            Collected = runs.Last().Collected,
        };

        double Median(Func<Measurement, double> figure) => runs.Select(figure).Order().ElementAt(runs.Count / 2);
    }
}
