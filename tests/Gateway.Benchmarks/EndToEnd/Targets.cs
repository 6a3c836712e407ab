namespace Gateway.Benchmarks.EndToEnd;

/// <summary>A figure that was promised.</summary>
/// <param name="Text">What.</param>
/// <param name="AtLeast">Whether more is better.</param>
/// <param name="Bound">What was promised.</param>
/// <param name="Figure">What came of it; null: it was not run.</param>
internal sealed record Target(string Text, bool AtLeast, double Bound, Func<Results, double?> Figure)
{
    public bool IsMet(double figure) => AtLeast ? figure >= Bound : figure <= Bound;
}

/// <summary>All that is promised of the order path.</summary>
internal static class Targets
{
    public static IReadOnlyList<Target> All { get; } =
    [
        new("sign and frame one order: p50 by the curve's alone", false, 1.2, results =>
            results.Of(Scenario.Sign, Contender.Curve) is { } curve ? results.Of(Scenario.Sign, Contender.Whole)!.P50 / curve.P50 : null),
        new("sign and frame one order: bytes allocated", false, 0, results => results.Of(Scenario.Sign, Contender.Whole)?.Allocated),
        new("in process, `Interval`: p50 by the bare pipe's", false, 1.5, results => results.Median(
            (Scenario.Inside, Contender.Interval), (Scenario.Inside, Contender.Pipe), (gateway, pipe) => gateway.P50 / pipe.P50)),
        new("in process, `BeforeSend`: p50 less one append and flush, by the bare pipe's", false, 1.5, results =>
            results.Of(Scenario.Inside, Contender.Flush) is { } flush
                ? results.Median(
                    (Scenario.Inside, Contender.BeforeSend), (Scenario.Inside, Contender.Pipe), (gateway, pipe) => (gateway.P50 - flush.P50) / pipe.P50)
                : null),
        new("1 in flight, `Interval`: p50 by the bare pipe's", false, 1.4, Ratio(Scenario.One, Contender.Interval, Contender.Pipe)),
        new("1 in flight, `Interval`: so many times as fast as without a gateway", true, 4, Ratio(Scenario.One, Contender.Nktkas, Contender.Interval)),
        new("1 in flight, `BeforeSend`: so many times as fast as without a gateway", true, 2, Ratio(Scenario.One, Contender.Nktkas, Contender.BeforeSend)),
        new("32 in flight, `BeforeSend`: orders/s", true, 10_000, results => results.Of(Scenario.ThirtyTwo, Contender.BeforeSend)?.OrdersPerSecond),
        new("32 in flight, `BeforeSend`: so many times the orders/s without a gateway", true, 8, results => results.Median(
            (Scenario.ThirtyTwo, Contender.BeforeSend), (Scenario.ThirtyTwo, Contender.Nktkas), (gateway, without) => gateway.OrdersPerSecond / without.OrdersPerSecond)),
        new("8 connections × 4, `BeforeSend`: orders/s", true, 12_000, results => results.Of(Scenario.EightByFour, Contender.BeforeSend)?.OrdersPerSecond),
        new("32 in flight, venue answers after 50 ms: orders/s", true, 500, results => results.Of(Scenario.SlowVenue, Contender.BeforeSend)?.OrdersPerSecond),
        new("1,000 subscribers, 1,000 updates/s: p99 from the venue's frame to the client's, ms", false, 20, results =>
            results.Of(Scenario.Audience, Contender.BeforeSend)?.P99 / 1000),
        new("1 in flight: orders per action", false, 1, results => results.Of(Scenario.One, Contender.BeforeSend)?.OrdersPerAction),
        new("one more order: time among 1,000,000 by among 1,000", false, 1.1, results => results.Median(
            (Scenario.Ledger, Contender.Many), (Scenario.Ledger, Contender.Few), (many, few) => many.P50 / few.P50)),
        new("bytes in memory for each open order", false, 2048, results => results.Of(Scenario.Ledger, Contender.Many)?.Allocated),
        new("bytes in memory for each retired order", false, 0, results => results.Of(Scenario.Ledger, Contender.Retired) is { } retired ? Math.Max(0, Math.Round(retired.Allocated)) : null),
        new("a minute at 5,000 orders/s: orders/s", true, 4_950, results => results.Of(Scenario.Steady, Contender.BeforeSend)?.OrdersPerSecond),
        new("a minute at 5,000 orders/s: collections of generation 2", false, 0, results => results.Of(Scenario.Steady, Contender.BeforeSend)?.Collected?.Gen2),
    ];

    private static Func<Results, double?> Ratio(Scenario scenario, Contender slower, Contender faster) =>
        results => results.Median((scenario, slower), (scenario, faster), (left, right) => left.P50 / right.P50);
}
