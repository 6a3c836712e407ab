using System.Diagnostics;
using Gateway.Orders.Journal;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>
/// What a flush costs in room that was made before, beside a file that grows with every record. They take turns in every round, so that a
/// drifting machine meets both.
/// </summary>
internal static class FlushBench
{
    private const int Rounds = 15;
    private const int Times = 150;

    private static readonly byte[] Record = new byte[Flush.RecordBytes];

    public static async Task RunAsync()
    {
        Record.AsSpan().Fill((byte)'x');
        Console.WriteLine("| flushes | a file that grows, fsync: p50, p99 µs | room made before: p50, p99 µs |");
        Console.WriteLine("|---|---:|---:|");
        foreach (var pause in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromMicroseconds(200), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5)])
        {
            var (growing, roomy) = (new Latencies(), new Latencies());
            for (var round = 0; round < (pause.TotalMilliseconds > 2 ? Rounds / 4 : Rounds); round++)
            {
                await GrowAsync(pause, growing);
                await FillAsync(pause, roomy);
            }

            Console.WriteLine(
                $"| {(pause == TimeSpan.Zero ? "in a row" : $"{pause.TotalMilliseconds} ms apart")} | {growing.P50:N0}, {growing.P99:N0} | {roomy.P50:N0}, {roomy.P99:N0} |");
        }

        var extended = new Latencies();
        await ExtendAsync(extended);
        Console.WriteLine($"Making room for {new JournalOptions().AheadBytes:N0} bytes: p50 {extended.P50:N0}, p99 {extended.P99:N0} µs");
    }

    private static async Task GrowAsync(TimeSpan pause, Latencies took)
    {
        using var file = File.OpenHandle(PathOf("growing"), FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose);
        for (var turn = 0; turn < Times; turn++)
        {
            await PauseAsync(pause);
            var began = Stopwatch.GetTimestamp();
            RandomAccess.Write(file, Record, (long)turn * Record.Length);
            RandomAccess.FlushToDisk(file);
            took.Add(Stopwatch.GetTimestamp() - began);
        }
    }

    private static async Task FillAsync(TimeSpan pause, Latencies took)
    {
        using (var segment = new SegmentFile(new SegmentBytes(PathOf("roomy")), end: 0))
        {
            segment.Cut();
            segment.Extend(new JournalOptions().AheadBytes);
            for (var turn = 0; turn < Times; turn++)
            {
                await PauseAsync(pause);
                var began = Stopwatch.GetTimestamp();
                segment.Append(Record);
                segment.Flush();
                took.Add(Stopwatch.GetTimestamp() - began);
            }
        }

        File.Delete(PathOf("roomy"));
    }

    private static async Task ExtendAsync(Latencies took)
    {
        using (var segment = new SegmentFile(new SegmentBytes(PathOf("extended")), end: 0))
        {
            for (var turn = 0; turn < Times / 3; turn++)
            {
                await Task.Delay(2);
                var began = Stopwatch.GetTimestamp();
                segment.Extend(segment.Room + new JournalOptions().AheadBytes);
                took.Add(Stopwatch.GetTimestamp() - began);
            }
        }

        File.Delete(PathOf("extended"));
    }

    // A timer is too coarse for less than a millisecond.
    private static async Task PauseAsync(TimeSpan pause)
    {
        if (pause.TotalMilliseconds >= 1)
        {
            await Task.Delay(pause);
            return;
        }

        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < pause)
            Thread.SpinWait(50);
    }

    private static string PathOf(string name) => Path.Combine(Path.GetTempPath(), $"gateway-bench-{name}-{Environment.ProcessId}");
}
