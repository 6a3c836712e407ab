using System.Globalization;
using System.Text;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>The figures as tables, ready for a README.</summary>
internal static class Report
{
    private static readonly Scenario[] Batching = [Scenario.One, Scenario.Eight, Scenario.SixtyFour, Scenario.FiveHundredTwelve, Scenario.Budget];

    public static string Write(Results results, string machine)
    {
        var text = new StringBuilder();
        text.AppendLine(machine).AppendLine();
        WriteRuns(results, text);
        WriteBatches(results, text);
        WriteLedger(results, text);
        WriteSteady(results, text);
        WriteTargets(results, text);
        return text.ToString();
    }

    private static void WriteRuns(Results results, StringBuilder text)
    {
        text.AppendLine("| load | who | p50 µs | p99 µs | answer p50 µs | orders/s | CPU µs per order | bytes per order | orders per action |");
        text.AppendLine("|---|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (scenario, contender) in results.All.Where(pair => pair.Scenario is not (Scenario.Ledger or Scenario.Steady or Scenario.Budget)))
        {
            var run = results.Of(scenario, contender)!;
            text.AppendLine(
                $"| {TextOf(scenario)} | {TextOf(contender)} | {Number(run.P50)} | {Number(run.P99)} | {Number(run.Answer)} | {Number(run.OrdersPerSecond)} " +
                $"| {Number(run.Processor)} | {Number(run.Allocated)} | {Number(run.OrdersPerAction, "0.0")} |");
        }

        text.AppendLine();
    }

    private static void WriteBatches(Results results, StringBuilder text)
    {
        if (!Batching.Skip(1).Any(scenario => results.Of(scenario, Contender.BeforeSend) is not null))
            return;
        text.AppendLine("| batches clock themselves, `BeforeSend` | orders per action | orders/s |").AppendLine("|---|---:|---:|");
        foreach (var scenario in Batching)
        {
            if (results.Of(scenario, Contender.BeforeSend) is { } run)
                text.AppendLine($"| {TextOf(scenario)} | {Number(run.OrdersPerAction, "0.0")} | {Number(run.OrdersPerSecond)} |");
        }

        text.AppendLine();
    }

    private static void WriteLedger(Results results, StringBuilder text)
    {
        if (results.Of(Scenario.Ledger, Contender.Many) is null)
            return;
        text.AppendLine("| ledger | µs per order | bytes per order |").AppendLine("|---|---:|---:|");
        foreach (var contender in (IEnumerable<Contender>)[Contender.Few, Contender.Many, Contender.Retired])
        {
            var run = results.Of(Scenario.Ledger, contender)!;
            text.AppendLine($"| {TextOf(contender)} | {Number(run.P50, "0.00")} | {Number(run.Allocated, "0.0")} |");
        }

        text.AppendLine();
    }

    private static void WriteSteady(Results results, StringBuilder text)
    {
        if (results.Of(Scenario.Steady, Contender.BeforeSend) is not { Collected: { } collected } run)
            return;
        text.AppendLine("| a steady minute | orders/s | CPU µs per order | bytes per order | collections of generation 0, 1, 2 | paused ms in all | heap MB |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---:|");
        text.AppendLine(
            $"| {TextOf(Contender.BeforeSend)} | {Number(run.OrdersPerSecond)} | {Number(run.Processor)} | {Number(run.Allocated)} " +
            $"| {collected.Gen0}, {collected.Gen1}, {collected.Gen2} | {Number(collected.PauseMs)} | {Number(collected.Heap / 1e6)} |");
        text.AppendLine();
    }

    private static void WriteTargets(Results results, StringBuilder text)
    {
        text.AppendLine("| target | asked | measured | |").AppendLine("|---|---:|---:|---|");
        foreach (var target in Targets.All)
        {
            var asked = $"{(target.AtLeast ? "≥" : "≤")} {Number(target.Bound, "0.##")}";
            text.AppendLine(target.Figure(results) is { } figure
                ? $"| {target.Text} | {asked} | {Number(figure, "0.00")} | {(target.IsMet(figure) ? "met" : "not met")} |"
                : $"| {target.Text} | {asked} | | not run |");
        }
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
        Scenario.Budget => "64 in flight, the venue's rate limits kept",
        Scenario.Audience => "1,000 subscribers, 1,000 updates/s (venue to client; last column: updates per message)",
        _ => "signing, in process",
    };

    private static string TextOf(Contender contender) => contender switch
    {
        Contender.Pipe => "bare pipe",
        Contender.Interval => "gateway, `Interval`",
        Contender.BeforeSend => "gateway, `BeforeSend`",
        Contender.Nktkas => "@nktkas/hyperliquid, no gateway",
        Contender.Flush => "append and flush alone",
        Contender.Curve => "the curve alone",
        Contender.Few => "1,000 orders open",
        Contender.Many => "1,000,000 orders open",
        Contender.Retired => "retired",
        _ => "sign and frame one order",
    };
}
