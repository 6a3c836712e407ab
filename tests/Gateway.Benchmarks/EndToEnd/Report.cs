using System.Globalization;
using System.Text;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>The figures as tables, ready for a README.</summary>
internal static class Report
{
    public static string Write(Results results, string machine)
    {
        var text = new StringBuilder();
        text.AppendLine(machine).AppendLine();
        text.AppendLine("| load | who | p50 µs | p99 µs | answer p50 µs | orders/s | CPU µs per order | bytes per order | orders per action |");
        text.AppendLine("|---|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (scenario, contender) in results.All)
        {
            var run = results.Of(scenario, contender)!;
            text.AppendLine(
                $"| {TextOf(scenario)} | {TextOf(contender)} | {Number(run.P50)} | {Number(run.P99)} | {Number(run.Answer)} | {Number(run.OrdersPerSecond)} " +
                $"| {Number(run.Processor)} | {Number(run.Allocated)} | {Number(run.OrdersPerAction, "0.0")} |");
        }

        text.AppendLine().AppendLine("| target | asked | measured | met |").AppendLine("|---|---|---:|---|");
        foreach (var target in Targets.All)
        {
            if (target.Figure(results) is { } figure)
                text.AppendLine($"| {target.Text} | {(target.AtLeast ? "≥" : "≤")} {Number(target.Bound, "0.##")} | {Number(figure, "0.00")} | {(target.IsMet(figure) ? "yes" : "no")} |");
        }

        return text.ToString();
    }

    private static string Number(double value, string format = "0") =>
        double.IsNaN(value) ? "" : value >= 1000 ? value.ToString("#,0", CultureInfo.InvariantCulture) : value.ToString(format, CultureInfo.InvariantCulture);

    private static string TextOf(Scenario scenario) => scenario switch
    {
        Scenario.Inside => "1 in flight, inside the process",
        Scenario.One => "1 in flight",
        Scenario.ThirtyTwo => "32 in flight",
        Scenario.EightByFour => "8 connections × 4",
        Scenario.SlowVenue => "32 in flight, venue answers after 50 ms",
        Scenario.Eight => "8 in flight",
        Scenario.SixtyFour => "64 in flight",
        Scenario.FiveHundredTwelve => "512 in flight, 8 connections",
        Scenario.Audience => "1,000 subscribers, 1,000 updates/s (venue to client; last column: updates per message)",
        _ => "signing, in process",
    };

    private static string TextOf(Contender contender) => contender switch
    {
        Contender.Pipe => "bare pipe",
        Contender.Interval => "gateway, `Interval`",
        Contender.BeforeSend => "gateway, `BeforeSend`",
        Contender.Nktkas => "@nktkas/hyperliquid, no gateway",
        Contender.Flush => "append and fsync alone",
        Contender.Curve => "the curve alone",
        _ => "sign and frame one order",
    };
}
