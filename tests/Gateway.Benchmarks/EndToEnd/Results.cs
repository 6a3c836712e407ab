namespace Gateway.Benchmarks.EndToEnd;

/// <summary>What is loaded and how.</summary>
internal enum Scenario
{
    Inside,
    One,
    ThirtyTwo,
    EightByFour,
    SlowVenue,
    Eight,
    SixtyFour,
    FiveHundredTwelve,
    Audience,
    Sign,
    Ledger,
    Budget,
    Steady,
}

/// <summary>Who is measured.</summary>
internal enum Contender
{
    Pipe,
    Interval,
    BeforeSend,
    Nktkas,
    Flush,
    Curve,
    Whole,
    Few,
    Many,
    Retired,
}

/// <summary>All runs, by what was loaded and who was measured.</summary>
internal sealed class Results
{
    private readonly Dictionary<(Scenario Scenario, Contender Contender), List<Measurement>> runs = [];

    /// <summary>Every pair that was run, in the order of the table.</summary>
    public IEnumerable<(Scenario Scenario, Contender Contender)> All => runs.Keys.Order();

    public void Add(Scenario scenario, Contender contender, Measurement run)
    {
        if (!runs.TryGetValue((scenario, contender), out var list))
            runs.Add((scenario, contender), list = []);
        list.Add(run);
    }

    /// <summary>The median over the rounds; null: it was not run.</summary>
    public Measurement? Of(Scenario scenario, Contender contender) =>
        runs.TryGetValue((scenario, contender), out var list) ? Measurement.MedianOf(list) : null;

    /// <summary>
    /// The median of a figure of two contenders that ran in the same round: a shared machine drifts, and within a round least.
    /// </summary>
    public double? Median(
        (Scenario Scenario, Contender Contender) first, (Scenario Scenario, Contender Contender) second, Func<Measurement, Measurement, double> figure) =>
        runs.TryGetValue(first, out var left) && runs.TryGetValue(second, out var right)
            ? left.Zip(right, figure).Order().ElementAt(left.Count / 2)
            : null;
}
